package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovingToAnotherServerTests {
    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    @TempDir static Path source;
    @TempDir Path temporary;

    private static Path archive;
    private static List<Manifest.Part> kept;

    @BeforeAll
    static void anArchiveOfAnEmbeddedServer() throws IOException, SQLException {
        archive = source.resolve("archive.zip");
        var home = source.resolve("home");
        try (var server = TestServer.embedded(home)) {
            Migrations.run(server);
            Sql.asApplication(server, "update platform.business_clock set ahead_millis = 42");
            for (var text : List.of("tab\tand\nline", "back\\slash \\N \\.", "\\.", "电焊工'", "")) {
                Sql.asApplication(server, publication(text));
            }
            Sql.asApplication(
                    server, "insert into platform.spring_session values ('p', 's', 1, 1, 1, 1)");
            Sql.asApplication(server, "select audit.make_months('2030-05-01', '2030-05-01')");
            write(home.resolve("files/ab/abcdef"), "a photo");
            write(home.resolve("files/cd/cdef01"), "");
            export(server, home, archive);
        }
        kept = manifest(archive).tables();
    }

    private static String publication(String text) {
        return """
        insert into platform.event_publication
            (id, listener_id, event_type, serialized_event, publication_date)
        values (gen_random_uuid(), 'listener', 'type', $x$%s$x$, '2021-10-23 09:00:00.123456+08')
        """
                .formatted(text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void holdsEveryTableWithItsRows() {
        assertThat(kept)
                .contains(
                        kept.stream()
                                .filter(table -> table.name().equals("platform.event_publication"))
                                .filter(table -> table.rows() == 5)
                                .findFirst()
                                .orElseThrow());
        assertThat(kept)
                .extracting(Manifest.Part::name)
                .doesNotContainAnyElementsOf(KeptTable.EXCLUDED.keySet());
    }

    @Test
    void comesUnchangedIntoAnotherEmbeddedServer() throws Exception {
        var home = temporary.resolve("home");
        try (var target = TestServer.embedded(home)) {
            read(archive, target, home, null);
            Migrations.run(target);
            export(target, home, temporary.resolve("again.zip"));
        }

        var again = manifest(temporary.resolve("again.zip"));
        assertThat(again.tables()).isEqualTo(kept);
        assertThat(again.files()).isEqualTo(manifest(archive).files());
        assertThat(home.resolve("files/ab/abcdef")).hasContent("a photo");
    }

    @Test
    void comesUnchangedIntoAServerOfOthers() throws Exception {
        try (var target = TestServer.emptyDatabase()) {
            read(archive, target, temporary, null);
            export(target, temporary, temporary.resolve("again.zip"));

            assertThat(
                            Sql.asApplication(
                                    target, "select ahead_millis from platform.business_clock"))
                    .containsExactly("42");
            assertThat(manifest(temporary.resolve("again.zip")).tables()).isEqualTo(kept);
        }
    }

    @Test
    void bringsItsPartitionsAlongAsClosedAsTheyWere() throws Exception {
        try (var target = TestServer.emptyDatabase()) {
            read(archive, target, temporary, null);

            assertThat(
                            Sql.asOwner(
                                    target,
                                    "select has_table_privilege('jiping_app',"
                                            + " 'audit.act_2030_05', 'select, insert, update')"))
                    .containsExactly("f");
        }
    }

    @Test
    void refusesAPartitionThatIsMoreThanOne() throws Exception {
        var tampered =
                rewritten(
                        "manifest.json",
                        text ->
                                text.replace(
                                        "TO ('2030-06-01')", "TO ('2030-06-01'); drop role x"));

        try (var target = TestServer.emptyDatabase()) {
            refused(tampered, target, null).withMessageContaining("no partition can be");
        }
    }

    @Test
    void replacesOnlyADatabaseThatIsNamed() throws Exception {
        try (var target = TestServer.freshDatabase()) {
            refused(archive, target, null).withMessageContaining("already holds tables");
            refused(archive, target, "jiping").withMessageContaining("is called jiping_test_");
            assertThat(ahead(target)).isEqualTo("0");

            read(archive, target, temporary, name(target));
            assertThat(ahead(target)).isEqualTo("42");
        }
    }

    @Test
    void changesNothingWhenARowWasTamperedWith() throws Exception {
        var tampered =
                rewritten("tables/platform.business_clock.tsv", text -> text.replace("42", "43"));

        try (var target = TestServer.freshDatabase()) {
            refused(tampered, target, name(target))
                    .withMessageContaining("platform.business_clock does not have its hash");
            assertThat(ahead(target)).isEqualTo("0");
        }
    }

    @Test
    void leavesAnEmptyDatabaseEmptyWhenARowIsMissing() throws Exception {
        var cut =
                rewritten(
                        "tables/platform.event_publication.tsv",
                        text -> text.substring(0, text.indexOf('\n') + 1));

        try (var target = TestServer.emptyDatabase()) {
            refused(cut, target, null).withMessageContaining("should have 5 rows and has 0");
            assertThat(Sql.asOwner(target, "select 1 from pg_namespace where nspname = 'platform'"))
                    .isEmpty();
        }
    }

    @Test
    void refusesAFileThatWasTamperedWith() throws Exception {
        var tampered = rewritten("files/ab/abcdef", _ -> "another photo");

        try (var target = TestServer.emptyDatabase()) {
            refused(tampered, target, null)
                    .withMessageContaining("ab/abcdef does not have its hash");
            assertThat(temporary.resolve("files/ab/abcdef")).doesNotExist();
        }
    }

    @Test
    void refusesAFileOutsideItsFolder() throws Exception {
        var escaping = rewritten("files.tsv", text -> text.replace("ab/abcdef", "../../abcdef"));

        try (var target = TestServer.emptyDatabase()) {
            refused(escaping, target, null).withMessageContaining("outside its folder");
        }
    }

    @Test
    void refusesWhatANewerProgramWrote() throws Exception {
        var version =
                rewritten(
                        "manifest.json",
                        text ->
                                text.replaceFirst(
                                        "\"platform\" : \"[0-9.]+\"", "\"platform\" : \"9999\""));
        var form = rewritten("manifest.json", text -> text.replace("\"form\" : 1", "\"form\" : 2"));
        var module =
                rewritten(
                        "manifest.json", text -> text.replace("\"platform\" :", "\"astrology\" :"));

        try (var target = TestServer.emptyDatabase()) {
            refused(version, target, null).withMessageContaining("platform of version 9999");
            refused(form, target, null).withMessageContaining("newer program");
            refused(module, target, null).withMessageContaining("astrology of version");
        }
    }

    @Test
    void refusesWhatIsNoArchive() throws Exception {
        var file = Files.writeString(temporary.resolve("letter.zip"), "Dear Sir or Madam");

        try (var target = TestServer.emptyDatabase()) {
            refused(file, target, null).withMessageContaining("damaged");
        }
    }

    @Test
    void waitsUntilNoOtherProgramIsConnected() throws Exception {
        try (var target = TestServer.emptyDatabase();
                var _ = Connections.open(target.url(), target.owner())) {
            refused(archive, target, null).withMessageContaining("other programs are connected");
        }
    }

    @Test
    void isPrivateAndNeverOverwritten() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        try (var server = TestServer.freshDatabase()) {
            assertThatExceptionOfType(ArchiveRefused.class)
                    .isThrownBy(() -> export(server, temporary, archive))
                    .withMessageContaining("exists already");
        }
    }

    private static void export(DatabaseServer server, Path home, Path file)
            throws IOException, SQLException {
        new Export(server, home, Clock.systemUTC(), QUIET).to(file);
    }

    private static void read(Path file, DatabaseServer target, Path home, @Nullable String replaced)
            throws IOException, SQLException {
        Import.from(file, target, home, replaced, QUIET);
    }

    private ThrowableAssertAlternative<ArchiveRefused> refused(
            Path file, DatabaseServer target, @Nullable String replaced) {
        return assertThatExceptionOfType(ArchiveRefused.class)
                .isThrownBy(() -> read(file, target, temporary, replaced));
    }

    private static String ahead(DatabaseServer server) throws SQLException {
        return Sql.asOwner(server, "select coalesce(ahead_millis, 0) from platform.business_clock")
                .getFirst();
    }

    private static String name(DatabaseServer server) throws SQLException {
        return Sql.asOwner(server, "select current_database()").getFirst();
    }

    private static Manifest manifest(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return Manifest.read(zip.getInputStream(zip.getEntry(Export.MANIFEST)));
        }
    }

    /** The archive with one entry changed. */
    private Path rewritten(String name, UnaryOperator<String> change) throws IOException {
        var file = Files.createTempFile(temporary, "changed", ".zip");
        try (var zip = new ZipFile(archive.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : zip.stream().toList()) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                var text = new String(bytes, StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(name)
                                ? change.apply(text).getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return file;
    }
}
