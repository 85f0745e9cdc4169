package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.Jiping;
import cn.jiping.command.CommandLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole program in a process of its own. */
class StartingTheProgramTests {
    private static final int TERMINATED = 128 + 15;
    private static final String PASSWORD = "for-this-test";

    @TempDir Path temporary;

    /** Added to the program: says its port and answers one question slowly. */
    static final class Slow {
        static final String PORT = "port ";
        static final String ASKED = "asked";

        @Bean
        ApplicationRunner port(WebServerApplicationContext context) {
            return _ ->
                    System.out.println(
                            PORT + Objects.requireNonNull(context.getWebServer()).getPort());
        }

        @Bean
        HealthIndicator slow(DataSource dataSource) {
            var jdbc = JdbcClient.create(dataSource);
            return () -> {
                System.out.println(ASKED);
                return jdbc.sql("select pg_sleep(3), 1").query((row, _) -> row.getInt(2)).single()
                                == 1
                        ? Health.up().build()
                        : Health.down().build();
            };
        }
    }

    @Test
    void answersWhatWasAskedBeforeItEnds() throws Exception {
        var program = start("--server.port=0", "--spring.main.sources=" + Slow.class.getName());
        var port =
                JavaProcess.awaitLine(program, Slow.PORT).strip().replaceFirst("(?s).*port ", "");

        var answer = HttpClient.newHttpClient().sendAsync(health(port), BodyHandlers.ofString());
        JavaProcess.awaitLine(program, Slow.ASKED);
        program.destroy();

        assertThat(answer.get(60, TimeUnit.SECONDS).body())
                .contains("\"slow\":{\"status\":\"UP\"}");
        assertThat(program.waitFor(25, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(TERMINATED);
        assertThat(TestServer.serverProcesses(home())).isEmpty();
    }

    @Test
    void endsWithoutAFailureWhenToldToWhileItStarts() throws Exception {
        var program = start("--server.port=0");
        var reader = program.inputReader(StandardCharsets.UTF_8);
        while (!Objects.requireNonNull(reader.readLine()).contains("Starting Jiping")) {
            // not yet far enough
        }

        program.toHandle().destroy();
        var said = String.join("\n", reader.readAllLines());
        program.waitFor();

        assertThat(said).contains("Told to end while starting").doesNotContain("ERROR", "\tat ");
        assertThat(program.exitValue()).as(said).isEqualTo(TERMINATED);
        assertThat(TestServer.serverProcesses(home())).isEmpty();
    }

    @Test
    void stopsItsServerWhenTheRestDoesNotStart() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            var program = start("--server.port=" + taken.getLocalPort());
            var said = said(program);

            assertThat(program.exitValue()).as(said).isEqualTo(CommandLine.FAILED);
            assertThat(said).contains("Port " + taken.getLocalPort() + " was already in use");
            assertThat(TestServer.serverProcesses(home())).isEmpty();
        }
    }

    @Test
    void saysWhatToDoAboutAFolderThatIsNotItsOwn() throws Exception {
        Files.createDirectories(home());
        Files.writeString(home().resolve("thesis.txt"), "mine");

        var program = start();
        var said = said(program);

        assertThat(program.exitValue()).isEqualTo(CommandLine.FAILED);
        assertThat(said).contains("holds other things: thesis.txt").contains("JIPING_HOME");
        assertThat(said).doesNotContain("\tat ");
    }

    @Test
    void exportsAndImportsByCommand() throws Exception {
        try (var server = TestServer.embedded(home())) {
            Migrations.run(server);
            Sql.asApplication(server, "update platform.business_clock set ahead_millis = 42");
        }
        var archive = temporary.resolve("archive.zip").toString();

        assertThat(said(command(home(), "export", archive))).contains("Written: " + archive);
        assertThat(said(command(temporary.resolve("other"), "import", archive)))
                .contains("Read: " + archive);

        try (var server = TestServer.embedded(temporary.resolve("other"))) {
            assertThat(
                            Sql.asApplication(
                                    server, "select ahead_millis from platform.business_clock"))
                    .containsExactly("42");
        }
    }

    private Path home() {
        return temporary.resolve("home");
    }

    private Process start(String... more) throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--management.endpoint.health.show-details=always",
                                "--spring.security.user.name=tester",
                                "--spring.security.user.password=" + PASSWORD));
        arguments.addAll(List.of(more));
        var building = JavaProcess.of(Jiping.class, arguments);
        building.environment().put("JIPING_HOME", home().toString());
        return building.start();
    }

    private static Process command(Path home, String... arguments) throws IOException {
        var building = JavaProcess.of(Jiping.class, List.of(arguments));
        building.environment().put("JIPING_HOME", home.toString());
        return building.start();
    }

    private static String said(Process program) throws IOException, InterruptedException {
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();
        return said;
    }

    private static HttpRequest health(String port) {
        var login =
                Base64.getEncoder()
                        .encodeToString(("tester:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .header("Authorization", "Basic " + login)
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}
