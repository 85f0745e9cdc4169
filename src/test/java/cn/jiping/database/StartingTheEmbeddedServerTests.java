package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingTheEmbeddedServerTests {
    @TempDir Path temporary;

    @Test
    void keepsItsDataOverRestarts() throws SQLException {
        try (var server = TestServer.embedded(temporary.resolve("home"))) {
            Sql.asOwner(server, "create table kept (word text)");
            Sql.asOwner(server, "insert into kept values ('电焊工')");
        }

        try (var server = TestServer.embedded(temporary.resolve("home"))) {
            assertThat(Sql.asOwner(server, "select word from kept")).containsExactly("电焊工");
        }
    }

    @Test
    void writesNothingItCouldLose() throws SQLException {
        try (var server = TestServer.embedded(temporary.resolve("home"))) {
            for (var setting : List.of("fsync", "synchronous_commit", "data_checksums")) {
                assertThat(Sql.asOwner(server, "show " + setting)).containsExactly("on");
            }
            assertThat(Sql.asOwner(server, "show server_encoding")).containsExactly("UTF8");
            assertThat(Sql.asOwner(server, "show listen_addresses")).containsExactly("127.0.0.1");
        }
    }

    @Test
    void doesAsTheOperatorSaid() throws SQLException {
        var given =
                """
                fsync = off
                plan_cache_mode = force_generic_plan
                """;
        try (var server = EmbeddedServer.start(temporary.resolve("home"), new AsSaid(given))) {
            assertThat(Sql.asOwner(server, "show fsync")).containsExactly("off");
            assertThat(Sql.asOwner(server, "show plan_cache_mode"))
                    .containsExactly("force_generic_plan");
        }
    }

    @Test
    void isPrivateEvenInAFolderThatStoodOpen() throws IOException {
        var home = Files.createDirectory(temporary.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        try (var _ = TestServer.embedded(home)) {
            assertThat(permissions(home)).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("cluster"))).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("log"))).isEqualTo("rwx------");
            assertThat(permissions(home.resolve("logins.properties"))).isEqualTo("rw-------");
        }
    }

    @Test
    void takesAnotherPortWhenSomebodyWasFaster() throws IOException, SQLException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server =
                        EmbeddedServer.start(
                                temporary.resolve("home"),
                                new FirstOffering(taken.getLocalPort()))) {
            assertThat(server.url()).doesNotContain(":" + taken.getLocalPort() + "/");
            assertThat(Sql.asOwner(server, "select 1")).containsExactly("1");
        }
    }

    @Test
    void leavesNoValueOfARowInItsLog() throws IOException, SQLException {
        try (var server = TestServer.embedded(temporary.resolve("home"))) {
            Sql.asOwner(server, "create table person (number text primary key)");
            Sql.asOwner(server, "insert into person values ('330102199001011234')");
            Sql.refused(server, "insert into person values ('330102199001011234')");
        }

        assertThat(temporary.resolve("home/log/postgres.log"))
                .content()
                .doesNotContain("330102199001011234");
    }

    @Test
    void beginsANewLogWhenTheOldOneIsLarge() throws IOException {
        var log = Files.createDirectories(temporary.resolve("home/log")).resolve("postgres.log");
        Files.write(log, new byte[6 << 20]);

        try (var _ = TestServer.embedded(temporary.resolve("home"))) {
            assertThat(log).content().hasSizeLessThan(100_000);
            assertThat(log.resolveSibling("postgres.1.log")).hasSize(6 << 20);
        }
    }

    @Test
    void worksAsAnotherUserWhereNamespacesAreForbidden() throws IOException, SQLException {
        assumeTrue("root".equals(System.getProperty("user.name")));
        var open = Files.createTempDirectory("jiping-open");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

            try (var server = EmbeddedServer.start(open.resolve("home"), new WithoutNamespaces())) {
                assertThat(Sql.asOwner(server, "select 1")).containsExactly("1");
                assertThat(Files.getAttribute(open.resolve("home/cluster"), "unix:uid"))
                        .isEqualTo(65534);
                assertThat(permissions(open.resolve("home"))).isEqualTo("rwx--x---");
            }
        } finally {
            PostgresBinaries.remove(open);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static final class FirstOffering extends TestServer.SharedBinaries {
        private final Queue<Integer> ports;

        FirstOffering(int port) {
            ports = new ArrayDeque<>(List.of(port));
        }

        @Override
        public int freePort() throws IOException {
            var port = ports.poll();
            return port == null ? super.freePort() : port;
        }
    }

    private static final class AsSaid extends TestServer.SharedBinaries {
        private final String given;

        AsSaid(String given) {
            this.given = given;
        }

        @Override
        public String settings() {
            return given;
        }
    }

    private static final class WithoutNamespaces implements EmbeddedServer.Machine {
        @Override
        public ServerUser user(Path cluster) {
            return ServerUser.unprivileged();
        }
    }
}
