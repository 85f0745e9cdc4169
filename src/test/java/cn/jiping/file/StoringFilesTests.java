package cn.jiping.file;

import static cn.jiping.file.FileFixtures.APPLICATION;
import static cn.jiping.file.FileFixtures.CANDIDATE;
import static cn.jiping.file.FileFixtures.HANGZHOU;
import static cn.jiping.file.FileFixtures.actor;
import static cn.jiping.file.FileFixtures.bytes;
import static cn.jiping.file.FileFixtures.clerk;
import static cn.jiping.file.FileFixtures.draft;
import static cn.jiping.file.FileFixtures.jpeg;
import static cn.jiping.file.FileFixtures.pdf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.jiping.clock.BusinessClock;
import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Terms;
import cn.jiping.keys.KeyKind;
import cn.jiping.keys.Keys;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestClock;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class, TestClock.class, StoringFilesTests.InMemory.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class StoringFilesTests {
    private static final Actor CLERK = clerk("林知夏");
    private static final Actor COLLEAGUE = clerk("许远山");
    private static final Actor OWNER = actor("周启明", Role.CANDIDATE, Scope.ofPerson(CANDIDATE));
    private static final Actor AUDITOR = actor("审计员", Role.AUDITOR, Scope.all());
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Autowired StoredFiles files;
    @Autowired FileSweep sweep;
    @Autowired FileKeys keys;
    @Autowired Keys vaultKeys;
    @Autowired BlobsInMemory blobs;
    @Autowired BusinessClock business;
    @Autowired TestClock.MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext context;

    @TestConfiguration(proxyBeanMethods = false)
    static class InMemory {
        @Bean
        @Primary
        BlobsInMemory blobsInMemory(Clock clock) {
            return new BlobsInMemory(clock);
        }
    }

    @Test
    void givesBackWhatWasStored(AssertablePublishedEvents events) throws IOException {
        var id = files.store(CLERK, draft("../证明.PDF", FilePurpose.DOCUMENT, pdf()));

        var content = files.open(CLERK, id, null);

        assertThat(content.stream().readAllBytes()).isEqualTo(pdf());
        assertThat(content.file().name()).isEqualTo("证明.pdf");
        assertThat(files.list(CLERK, APPLICATION)).extracting(FileView::id).contains(id);
        assertThat(events).contains(FileEvent.Stored.class).matching(e -> e.file().equals(id));
        assertThat(actsOn(id)).containsExactly("file.stored");
    }

    @Test
    void encryptsPersonalFilesAndRecordsEachReading() throws IOException {
        var secret = bytes("%PDF-1.4 身份证号 33010119900101123X\n%%EOF");
        var id = files.store(CLERK, draft("身份证.pdf", FilePurpose.IDENTITY_COPY, secret));

        assertThat(blobs.contents())
                .noneMatch(kept ->
                        new String(kept, StandardCharsets.UTF_8).contains("33010119900101"));
        assertThat(files.open(CLERK, id, null).stream().readAllBytes()).isEqualTo(secret);
        assertThat(actsOn(id)).containsExactlyInAnyOrder("file.stored", "file.read");
    }

    @Test
    void keepsTheHashOfWhatWasUploadedBesideTheRedrawnImage() throws IOException {
        var photo = FileFixtures.photographed(jpeg(30, 40), 1, "GPS 30.27N");

        var id = files.store(CLERK, draft("照片.jpg", FilePurpose.PHOTO, photo));

        var hashes = files.find(CLERK, id).hashes();
        assertThat(hashes.original()).isEqualTo(BlobAddress.sha256(photo));
        assertThat(hashes.content()).isNotEqualTo(hashes.original());
        assertThat(files.open(CLERK, id, null).stream().readAllBytes())
                .satisfies(c -> assertThat(BlobAddress.sha256(c)).isEqualTo(hashes.content()));
    }

    @Test
    void storesOnceForOneClientKey() throws IOException {
        var content = pdf();
        var first = draft("a.pdf", FilePurpose.DOCUMENT, content);
        var id = files.store(CLERK, first);
        var again =
                new FileDraft(
                        "a.pdf",
                        FilePurpose.DOCUMENT,
                        new ByteArrayInputStream(content),
                        first.place(),
                        first.subject(),
                        first.terms(),
                        first.clientKey());

        assertThat(files.store(CLERK, again)).isEqualTo(id);
        assertThat(actsOn(id)).containsExactly("file.stored");
    }

    @Test
    void stopsReadingAtTheLimit() {
        var read = new AtomicLong();
        var endless =
                new FileDraft(
                        "照片.jpg",
                        FilePurpose.PHOTO,
                        endless(read),
                        Place.of(HANGZHOU),
                        APPLICATION,
                        Terms.none(),
                        "endless");

        refused("too-large", () -> files.store(CLERK, endless));
        assertThat(read.get()).isLessThan(6L * 1024 * 1024);
    }

    @Test
    void takesOnlyWhatThePurposeTakes() {
        refused(
                "kind-not-taken",
                () -> files.store(CLERK, draft("a.exe", FilePurpose.DOCUMENT, pdf())));
        refused(
                "kind-not-taken",
                () -> files.store(CLERK, draft("a.pdf", FilePurpose.PHOTO, pdf())));
        refused("kind-not-taken", () -> files.store(CLERK, draft("a", FilePurpose.PHOTO, pdf())));
        refused("empty", () -> files.store(CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes(""))));
        refused(
                "not-what-it-says",
                () -> files.store(CLERK, draft("a.pdf", FilePurpose.DOCUMENT, jpeg(4, 4))));
    }

    @Test
    void opensOnlyWithinScope() throws IOException {
        var place = new Place(HANGZHOU, null, CANDIDATE);
        var id =
                files.store(
                        OWNER, draft("证明.pdf", FilePurpose.EVIDENCE, pdf(), place, Terms.none()));

        assertThat(files.find(CLERK, id).id()).isEqualTo(id);
        assertThat(files.find(OWNER, id).id()).isEqualTo(id);
        var strangers =
                List.of(
                        actor(
                                "宁波",
                                Role.CITY_CLERK,
                                Scope.ofDivisions(Set.of(new DivisionCode("330200")))),
                        actor("机构", Role.BODY_HEAD, Scope.ofBody(BodyId.next())),
                        actor("别人", Role.CANDIDATE, Scope.ofPerson(PersonId.next())),
                        actor("管理员", Role.ADMINISTRATOR, Scope.nowhere()));
        for (var stranger : strangers) {
            assertThat(download(stranger, "/files/" + id)).as(stranger.name()).hasStatus(404);
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> files.requestDeletion(stranger, id, "x"));
            assertThat(files.list(stranger, APPLICATION)).isEmpty();
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() ->
                            files.store(stranger, draft("a.pdf", FilePurpose.DOCUMENT, pdf())));
        }
    }

    @Test
    void asksTheAuditorForAReason() throws IOException {
        var id = files.store(CLERK, draft("证明.pdf", FilePurpose.EVIDENCE, pdf()));

        assertThat(download(AUDITOR, "/files/" + id)).hasStatus(422);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> files.open(AUDITOR, id, "\0"));
        assertThat(download(AUDITOR, "/files/" + id + "?reason=核查举报")).hasStatusOk();
        assertThat(actsOn(id)).contains("file.read");
    }

    @Test
    void handsOutAFileToKeepAndNeverAPage() throws IOException {
        var id = files.store(CLERK, draft("名单 一.csv", FilePurpose.DOCUMENT, bytes("<script>,1\n")));

        var answer = download(CLERK, "/files/" + id);

        assertThat(answer)
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Cache-Control", "private, no-store");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("%E5%90%8D%E5%8D%95");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(download(CLERK, "/files/nonsense")).hasStatus(404);
        assertThat(download(Actor.anybody("test"), "/files/" + id)).hasStatus(404);
    }

    @Test
    void needsTwoPersonsToDelete() throws IOException {
        var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));
        refused("deletion-not-asked", () -> files.confirmDeletion(COLLEAGUE, id));
        files.requestDeletion(CLERK, id, "重复上传");
        files.requestDeletion(CLERK, id, "重复上传");
        refused("same-person", () -> files.confirmDeletion(CLERK, id));

        files.confirmDeletion(COLLEAGUE, id);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.open(CLERK, id, null));
        assertThat(actsOn(id))
                .containsExactlyInAnyOrder(
                        "file.stored", "file.deletion-requested", "file.deleted");
        assertThat(rows("select id from file.file where name <> '' or sealed_key is not null", id))
                .isZero();
    }

    @Test
    void keepsWhatATermOrAHoldKeeps() throws IOException {
        var today = business.today();
        var kept = new Terms(today.plusDays(1), null);
        var id =
                files.store(
                        CLERK,
                        draft("a.pdf", FilePurpose.DOCUMENT, pdf(), Place.of(HANGZHOU), kept));
        refused("must-be-kept", () -> files.requestDeletion(CLERK, id, "不要了"));

        var held = files.store(CLERK, draft("b.pdf", FilePurpose.DOCUMENT, pdf()));
        files.requestDeletion(CLERK, held, "不要了");
        files.hold(CLERK, held, "投诉处理中");
        refused("held", () -> files.confirmDeletion(COLLEAGUE, held));
        files.release(CLERK, held);
        files.withdrawDeletion(CLERK, held);
        refused("deletion-not-asked", () -> files.confirmDeletion(COLLEAGUE, held));
    }

    @Test
    void erasesWhatItsTermEndedFor() throws IOException {
        var erased = new Terms(null, business.today().plusDays(30));
        var id =
                files.store(
                        CLERK,
                        draft("a.pdf", FilePurpose.EVIDENCE, pdf(), Place.of(HANGZHOU), erased));
        var held =
                files.store(
                        CLERK,
                        draft("b.pdf", FilePurpose.EVIDENCE, pdf(), Place.of(HANGZHOU), erased));
        files.hold(CLERK, held, "投诉处理中");

        business.moveTo(business.now().plus(Duration.ofDays(31)));

        assertThat(actsOn(id)).contains("file.erased");
        assertThat(files.find(CLERK, held).id()).isEqualTo(held);
    }

    @Test
    void sweepsContentWithoutARowAndOnlyThat() throws IOException {
        var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));
        var orphan = blobs.put(bytes("the program was killed before the row"));
        sweep.sweep();
        assertThat(blobs.has(orphan)).as("young").isTrue();
        clock.advance(TWO_HOURS);

        var swept = sweep.sweep();

        assertThat(swept.orphans()).isPositive();
        assertThat(blobs.has(orphan)).isFalse();
        assertThat(files.open(CLERK, id, null).size()).isPositive();
    }

    @Test
    void bringsBackWhatASweepWasKilledOver() throws IOException {
        var id =
                files.store(
                        CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 kept\n%%EOF")));
        blobs.layAside(new BlobAddress(files.find(CLERK, id).hashes().content()));

        sweep.sweep();

        assertThat(files.open(CLERK, id, null).size()).isPositive();
    }

    @Test
    void reportsARowWithoutContent(AssertablePublishedEvents events) throws IOException {
        var id =
                files.store(
                        CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 lost\n%%EOF")));
        blobs.lose(new BlobAddress(files.find(CLERK, id).hashes().content()));

        assertThat(sweep.sweep().missing()).isOne();

        assertThat(events)
                .contains(FileEvent.ContentMissing.class)
                .matching(e -> e.file().equals(id));
        assertThatIllegalStateException().isThrownBy(() -> files.open(CLERK, id, null));
        files.store(CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 lost\n%%EOF")));
    }

    @Test
    void leavesOnlyAnOrphanWhenTheRowCannotBeWritten() {
        var tooLong = new Place(new DivisionCode("330100"), null, null);
        var broken =
                new FileDraft(
                        "a.pdf",
                        FilePurpose.DOCUMENT,
                        new ByteArrayInputStream(bytes("%PDF-1.4 orphan\n%%EOF")),
                        tooLong,
                        new FileDraft.Subject("application", "\0"),
                        Terms.none(),
                        "broken");

        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> files.store(CLERK, broken));
        var orphan = BlobAddress.of(bytes("%PDF-1.4 orphan\n%%EOF"));
        assertThat(blobs.has(orphan)).isTrue();
        clock.advance(TWO_HOURS);
        sweep.sweep();

        assertThat(blobs.has(orphan)).isFalse();
    }

    @Test
    void refusesToHandOutAlteredContent() throws IOException {
        var plain =
                files.store(
                        CLERK, draft("a.pdf", FilePurpose.DOCUMENT, bytes("%PDF-1.4 x\n%%EOF")));
        blobs.damage(new BlobAddress(files.find(CLERK, plain).hashes().content()));

        assertThatIllegalStateException().isThrownBy(() -> files.open(CLERK, plain, null));
        blobs.put(bytes("%PDF-1.4 x\n%%EOF"));
    }

    @Test
    void sealsTheKeysAnewAfterARotationAndLeavesTheContents() throws IOException {
        var id = files.store(CLERK, draft("a.pdf", FilePurpose.EVIDENCE, pdf()));
        var contents = blobs.contents().size();

        vaultKeys.rotate(Actor.program("test"), Set.of(KeyKind.DATA));

        assertThat(keys.remaining()).isPositive();
        while (keys.reencrypt(2) > 0) {
            assertThat(files.open(CLERK, id, null).size()).isPositive();
        }
        assertThat(keys.remaining()).isZero();
        assertThat(files.open(CLERK, id, null).stream().readAllBytes()).isEqualTo(pdf());
        assertThat(blobs.contents()).hasSize(contents);
    }

    private static InputStream endless(AtomicLong read) {
        return new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                return length;
            }
        };
    }

    private static void refused(String code, ThrowingCall call) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(call::run)
                .returns("file." + code, FileRefused::code);
    }

    @FunctionalInterface
    interface ThrowingCall {
        void run() throws IOException;
    }

    private MvcTestResult download(Actor actor, String path) {
        return PagesAs.actor(context, actor).get().uri(path).exchange();
    }

    private List<String> actsOn(FileId id) {
        return jdbc.sql("select code from audit.act where subject_type = 'file' and subject_id = ?")
                .param(id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private int rows(String sql, FileId id) {
        return (int)
                jdbc.sql(sql).query((row, _) -> row.getString(1)).list().stream()
                        .filter(id.toString()::equals)
                        .count();
    }
}
