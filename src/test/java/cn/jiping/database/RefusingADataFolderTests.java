package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusingADataFolderTests {
    @TempDir Path temporary;

    @Test
    void holdsOtherThings() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "mine");

        refused(temporary)
                .withMessageContaining("holds other things: thesis.txt")
                .returns(true, e -> e.remedy().contains("JIPING_HOME"));
        assertThat(temporary).isDirectoryNotContaining("glob:**jiping*");
    }

    @Test
    void isInUseByAnotherProgram() {
        try (var _ = TestServer.embedded(temporary.resolve("home"))) {
            refused(temporary.resolve("home")).withMessageContaining("Another Jiping already runs");
        }
    }

    @Test
    void canBeUsedAgainAfterARefusal() {
        var home = temporary.resolve("home");
        try (var _ = TestServer.embedded(home)) {
            refused(home);
        }

        try (var server = TestServer.embedded(home)) {
            assertThat(server.pids()).isNotEmpty();
        }
    }

    @Test
    void hasAFileInItsPlace() throws IOException {
        var file = Files.writeString(temporary.resolve("data"), "mine");

        refused(file).withMessageContaining("a file stands in its place");
        refused(file.resolve("deeper")).withMessageContaining("a file stands in its place");
    }

    @Test
    void wasWrittenByAnotherMajorOfPostgresql() throws IOException {
        var home = temporary.resolve("home");
        TestServer.embedded(home).close();
        Files.writeString(home.resolve("cluster/PG_VERSION"), "17\n");

        refused(home)
                .withMessageContaining("written by PostgreSQL 17")
                .returns(true, e -> e.remedy().contains("import"));
    }

    @Test
    void lostItsLogins() throws IOException {
        var home = temporary.resolve("home");
        TestServer.embedded(home).close();
        Files.delete(home.resolve("logins.properties"));

        refused(home).withMessageContaining("lost its logins.properties");
    }

    @Test
    void isOfNoUseOnAMachineWithoutPrograms() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> PostgresBinaries.unpackInto(temporary, "Linux", "riscv64"))
                .withMessageContaining("holds no PostgreSQL for this machine")
                .returns(true, e -> e.remedy().contains("JIPING_DB_URL"));
    }

    @Test
    void liesOnAFullDisk() throws Exception {
        mounted("size=30m", disk -> refused(disk.resolve("home")).withMessageContaining("is full"));
    }

    @Test
    void cannotBeWritten() throws Exception {
        mounted(
                "size=30m,ro",
                disk ->
                        refused(disk.resolve("home"))
                                .withMessageContaining("read-only file system"));
    }

    private static ThrowableAssertAlternative<DatabaseUnavailable> refused(Path home) {
        return assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> TestServer.embedded(home).close());
    }

    private interface OnDisk {
        void look(Path disk);
    }

    /** Only root may mount; elsewhere the case cannot be made. */
    private void mounted(String options, OnDisk onDisk) throws Exception {
        var disk = Files.createDirectory(temporary.resolve("disk")).toString();
        assumeTrue(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk) == 0);
        try {
            onDisk.look(Path.of(disk));
        } finally {
            run("umount", disk);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
