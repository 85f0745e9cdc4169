package cn.jiping.account.web;

import static cn.jiping.account.AccountFixtures.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountFixtures;
import cn.jiping.account.Place;
import cn.jiping.shared.Role;
import cn.jiping.testing.WebClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BeingTheFirstAdministratorTests extends OnAllPages {
    @Autowired AccountFixtures.Invitations invitations;

    private WebClient.Page found(String link, String userName, String password) {
        var browser = browser();
        browser.get(link);
        return browser.post(
                link,
                "name",
                "沈知远",
                "kind",
                "RESIDENT_ID",
                "number",
                AccountFixtures.residentId(),
                "username",
                userName,
                "newPassword",
                password,
                "newPasswordAgain",
                password);
    }

    @Test
    @Order(1)
    void isRefusedWithAnInventedLink() {
        var page = browser().get("/first-administrator/" + "A".repeat(43));

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("链接已失效");
    }

    @Test
    @Order(2)
    void isRefusedADayLater() {
        var link = invitations.printed();
        clock.advance(Duration.ofHours(24).plusSeconds(1));

        assertThat(browser().get(link).status()).isEqualTo(410);
    }

    @Test
    @Order(3)
    void wantsAPasswordWorthTheName() {
        var page = found(invitations.printed(), "founder", "password1234");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("太常见", "沈知远");
        assertThat(opened.exists("founder")).isFalse();
    }

    @Test
    @Order(4)
    void isWonByOneOfTwo() throws Exception {
        var one = invitations.printed();
        var other = invitations.printed();
        var attempts =
                List.<Callable<Integer>>of(
                        () -> found(one, "founder-one", PASSWORD).status(),
                        () -> found(one, "founder-two", PASSWORD).status(),
                        () -> found(other, "founder-three", PASSWORD).status());

        try (var pool = Executors.newFixedThreadPool(3)) {
            var won = 0;
            for (var answer : pool.invokeAll(attempts)) {
                won += answer.get() == 302 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    @Order(5)
    void isOverOnceThereIsOne() {
        opened.account("certainly-one", Role.ADMINISTRATOR, new Place.Everywhere());

        assertThat(browser().get(invitations.printed()).status()).isEqualTo(410);
    }
}
