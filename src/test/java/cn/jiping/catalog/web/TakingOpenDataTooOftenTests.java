package cn.jiping.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

// with a limit that a test can meet soon
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "catalog",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
@TestPropertySource(properties = "jiping.callers.per-minute=20")
class TakingOpenDataTooOftenTests {
    private static final int MORE_THAN_A_MINUTE_ALLOWS = 100;
    private static final String DATA = "/api/v1/occupations?q=焊工&on=2024-03-12";

    @Autowired WebApplicationContext context;

    @Test
    void isRefusedToTheOneCallerAndTheOneKindOfQuestion() {
        var refused =
                Stream.generate(() -> from("203.0.113.9", DATA))
                        .limit(MORE_THAN_A_MINUTE_ALLOWS)
                        .filter(status -> status != HttpStatus.OK.value())
                        .findFirst();

        assertThat(refused).hasValue(HttpStatus.TOO_MANY_REQUESTS.value());
        assertThat(from("203.0.113.10", DATA)).isEqualTo(HttpStatus.OK.value());
        assertThat(from("203.0.113.9", "/occupations")).isEqualTo(HttpStatus.OK.value());
    }

    private int from(String address, String path) {
        return PagesAs.actor(context, Actor.anybody(address))
                .get()
                .uri(path)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange()
                .getResponse()
                .getStatus();
    }
}
