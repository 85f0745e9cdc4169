package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.HANGZHOU;
import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.Jiping;
import cn.jiping.account.Place;
import cn.jiping.database.DatabaseServer;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second program on the same database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoProcessesTests extends OnAllPages {
    private static final Place CITY = new Place.InDivision(HANGZHOU);
    private ConfigurableApplicationContext second;
    private int secondPort;

    @BeforeAll
    void startTheSecond(@Autowired DatabaseServer server) {
        second =
                new SpringApplicationBuilder(Jiping.class)
                        .run(
                                "--server.port=0",
                                "--JIPING_DB_URL=" + server.url(),
                                "--JIPING_DB_USER=" + server.owner().user(),
                                "--JIPING_DB_PASSWORD=" + server.owner().password());
        secondPort =
                second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    void stopTheSecond() {
        second.close();
    }

    @Test
    void shareTheSession() {
        opened.account("commuter", Role.CITY_CLERK, CITY);
        var here = signedIn("commuter");

        var there = new WebClient(secondPort);
        there.plant("JIPING_SESSION", here.cookie("JIPING_SESSION").orElseThrow());

        assertThat(there.get("/account").text()).contains("周启明");
        here.get("/account");
        here.post("/sign-out");
        assertThat(there.get("/account").location()).startsWith("/sign-in");
    }

    @Test
    void shareTheLock() {
        opened.account("hopper", Role.CITY_CLERK, CITY);
        for (var n = 0; n < 5; n++) {
            new WebClient(n % 2 == 0 ? port : secondPort).signIn("hopper", "wrong wrong wrong");
        }

        assertThat(new WebClient(secondPort).signIn("hopper", PASSWORD).status()).isEqualTo(429);
    }
}
