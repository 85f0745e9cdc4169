package cn.jiping.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** A season that fails at its first chapter while the pages are open. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiping.clock.start=2021-07-01T09:00:00",
            "jiping.jobs.enabled=true",
            "demo.season=true"
        })
@ActiveProfiles("demo")
@Import({TestDatabase.class, BreakingOffTheSeasonTests.Full.class})
@DirtiesContext
class BreakingOffTheSeasonTests {
    @Autowired DemoSeason season;

    /** No room to keep that a chapter was played. */
    @TestComponent
    @Primary
    static class Full implements SeasonStore {
        @Override
        public Set<String> loadFinished() {
            return Set.of();
        }

        @Override
        public void finish(String chapter, Instant at) {
            throw new IllegalStateException("The disk is full");
        }

        @Override
        public void add(Happening happening) {
            // forgotten
        }

        @Override
        public List<Happening> loadHappenings() {
            return List.of();
        }
    }

    @Test
    void isToldOnThePage(@LocalServerPort int port) throws InterruptedException {
        for (var tries = 0; tries < 600 && !season.progress().brokenOff(); tries++) {
            Thread.sleep(100);
        }

        assertThat(season.progress().brokenOff()).isTrue();
        assertThat(new WebClient(port).get("/demo").text())
                .contains("演示中途停止", "已经办理的全部有效")
                .doesNotContain("没有重新开始");
    }
}
