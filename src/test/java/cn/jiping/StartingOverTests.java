package cn.jiping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.database.DemoData;
import cn.jiping.database.JavaProcess;
import cn.jiping.database.TestServer;
import cn.jiping.demo.DemoSeason;
import cn.jiping.demo.DemoStage;
import cn.jiping.testing.WebClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.PropertyResolver;

/** A small demo in a process of its own, asked to begin anew from its page. */
class StartingOverTests {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String PASSWORD = "jiping-demo-2021";
    private static final String OFFERED = "May begin anew: ";
    private static final String PLAYED = "The season is played up to ";
    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    @TempDir Path temporary;

    /**
     * The program where everything goes wrong once: the first time the data cannot be thrown away,
     * the second time it does not start on the empty ones. It tells what its page offers while it
     * gets ready.
     */
    static final class Unlucky {
        private static final Logger LOG = LoggerFactory.getLogger(Unlucky.class);
        private static final AtomicInteger WISHES = new AtomicInteger();
        private static final AtomicBoolean FAILED = new AtomicBoolean();

        public static void main(String[] arguments) {
            new Serving(Unlucky::discard, arguments).run();
        }

        private static void discard(PropertyResolver given) {
            if (WISHES.incrementAndGet() == 1) {
                throw new IllegalStateException("The disk is broken");
            }
            DemoData.discard(given);
        }

        @Bean
        ApplicationRunner failsOnce(ObjectProvider<DemoSeason> season) {
            return _ -> {
                LOG.info("{}{}", OFFERED, season.stream().allMatch(DemoSeason::mayStartOver));
                if (WISHES.get() == 2 && FAILED.compareAndSet(false, true)) {
                    throw new IllegalStateException("It does not start");
                }
            };
        }
    }

    @Test
    void endsInTheStateOfTheStageAskedFor() throws Exception {
        try (var demo = start(Jiping.class)) {
            demo.awaits(PLAYED + "2021-07-01");
            for (var stage : DemoStage.values()) {
                demo.isAskedToBeginAt(stage);
                demo.awaits(PLAYED + stage.playedUntil());

                standsAt(stage, demo);
            }
        }
        assertThat(TestServer.serverProcesses(home())).isEmpty();
    }

    private static void standsAt(DemoStage stage, Demo demo) {
        var session = demo.anybody().get("/sessions").find("/sessions/(" + ID + ")");
        switch (stage) {
            case REGISTRATION ->
                    assertThat(demo.as("demo-body-head").get("/body/reviews").text())
                            .doesNotContainPattern("/body/reviews/" + ID);
            case REVIEW -> assertThat(reviews(demo)).contains("待初审").containsPattern(application());
            case PAYMENT -> {
                assertThat(orders(demo, "OPEN")).containsPattern(order());
                assertThat(orders(demo, "PAID")).doesNotContainPattern(order());
                assertThat(reviews(demo)).doesNotContainPattern(application());
            }
            case EXAM -> {
                assertThat(orders(demo, "PAID")).containsPattern(order());
                assertThat(city(demo, "exams", session)).containsPattern("202110330[1-6]\\d{5}");
            }
            case SCORES -> {
                assertThat(city(demo, "exams", session)).containsPattern("202110330[1-6]\\d{5}");
                assertThat(city(demo, "scores", session)).contains("成绩").doesNotContain("鉴定结果");
            }
        }
    }

    private static String reviews(Demo demo) {
        return demo.as("demo-body-eligibility-reviewer").get("/body/reviews").text();
    }

    private static String application() {
        return "/body/reviews/" + ID;
    }

    private static String orders(Demo demo, String status) {
        return demo.as("demo-city-finance").get("/authority/payments?status=" + status).text();
    }

    private static String order() {
        return "/authority/payments/" + ID;
    }

    private static String city(Demo demo, String what, String session) {
        return demo.as("demo-city-clerk")
                .get("/authority/" + what + "/" + session + "/330100")
                .text();
    }

    @Test
    void isToldAboutWhereItFailedAndServesAgainInAnyCase() throws Exception {
        try (var demo = start(Unlucky.class, "--spring.main.sources=" + Unlucky.class.getName())) {
            demo.awaits(OFFERED + true);
            demo.awaits(PLAYED + "2021-07-01");

            demo.isAskedToBeginAt(DemoStage.REGISTRATION);
            demo.awaits("it goes on with what it has");
            demo.awaits(PLAYED + "2021-07-01");
            assertThat(demo.anybody().get("/demo").text())
                    .contains("没有重新开始", "原有数据仍可继续办理", "演到 2021-07-01");
            assertThat(demo.as("demo-city-clerk").get("/authority").status()).isEqualTo(200);

            demo.isAskedToBeginAt(DemoStage.REGISTRATION);
            demo.awaits("The demo did not start; it tries again");
            demo.awaits(PLAYED + "2021-07-13");
            assertThat(demo.anybody().get("/demo").text())
                    .contains("演到 2021-07-13")
                    .doesNotContain("没有重新开始");
        }
        assertThat(TestServer.serverProcesses(home())).isEmpty();
    }

    private Path home() {
        return temporary.resolve("home");
    }

    private Demo start(Class<?> program, String... more) throws IOException {
        var port = freePort();
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + port,
                                "--spring.profiles.active=demo",
                                "--jiping.jobs.enabled=true",
                                "--jiping.clock.start=2021-07-01T09:00:00",
                                "--jiping.account.code.resend-after=1ms",
                                "--demo.season=true",
                                "--demo.until=2021-07-01",
                                "--demo.cities[0].city=330100",
                                "--demo.cities[0].welders=24",
                                "--demo.cities[0].guards=0",
                                "--demo.cities[0].inspectors=0"));
        arguments.addAll(List.of(more));
        var building = JavaProcess.of(program, arguments);
        building.environment().put("JIPING_HOME", home().toString());
        building.environment().put("JIPING_KEYS", temporary.resolve("keys.json").toString());
        return new Demo(building.start(), port);
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** What it says is heard as it is said. */
    private static final class Demo implements AutoCloseable {
        private final Process process;
        private final int port;
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final StringBuilder heard = new StringBuilder();

        Demo(Process process, int port) {
            this.process = process;
            this.port = port;
            Thread.ofPlatform().daemon().start(this::listen);
        }

        private void listen() {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(said::add);
            } catch (IOException _) {
                // ended in the middle of a line
            }
        }

        void awaits(String words) throws InterruptedException {
            var until = System.nanoTime() + LIMIT.toNanos();
            String line = "";
            while (line != null && !line.contains(words)) {
                line = said.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                heard.append(line).append('\n');
            }
            assertThat(line).as("%s in what was said:%n%s", words, heard).isNotNull();
        }

        WebClient anybody() {
            return new WebClient(port);
        }

        WebClient as(String userName) {
            var client = new WebClient(port);
            client.signIn(userName, PASSWORD);
            return client;
        }

        void isAskedToBeginAt(DemoStage stage) {
            var client = anybody();
            client.get("/demo/start-over?stage=" + stage);
            var waiting = client.post("/demo/start-over", "stage", stage.name());

            assertThat(waiting.status()).isEqualTo(200);
            assertThat(waiting.text()).contains("正在重新开始", "data-run", "data-late");
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        }
    }
}
