package cn.jiping.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.WebClient;
import cn.jiping.testing.WebClient.Page;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigningInByPhoneTests extends OnAllPages {
    private WebClient browser = new WebClient(0);

    @BeforeEach
    void openABrowser() {
        browser = browser();
    }

    @AfterEach
    void letTheAddressRest() {
        phone.connect(true);
        clock.advance(Duration.ofHours(2));
    }

    private Page ask(String number) {
        browser.get("/sign-in/phone");
        return browser.post("/sign-in/phone", "phone", number);
    }

    private Page give(String number, String code) {
        return browser.post("/sign-in/phone/code", "phone", number, "code", code);
    }

    @Test
    void makesAnAccountTheFirstTime() {
        var asked = ask("138 0000 1001");
        var page = give("13800001001", phone.codeOn("13800001001"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).doesNotContain(phone.codeOn("13800001001"));
        assertThat(page.location()).isEqualTo("/my");
        assertThat(browser.get("/account").text()).contains("138****1001", "考生");
    }

    @Test
    void isAskedForBehindTheCandidatesDoor() {
        assertThat(browser.get("/my").location()).isEqualTo("/sign-in/phone?then=%2Fmy");
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in?then=%2Faccount");
    }

    @Test
    void tellsCandidatesWhatTheyCanDoWithoutAPassword() {
        var number = "13900007788";
        ask(number);
        give(number, phone.codeOn(number));

        assertThat(browser.get("/account").text()).contains("更换手机号").doesNotContain("修改密码");
        assertThat(browser.get("/account/sessions").text()).doesNotContain("修改密码");
    }

    @Test
    void worksOnceOnly() {
        ask("13800001002");
        var code = phone.codeOn("13800001002");
        give("13800001002", code);

        browser = browser();
        browser.get("/sign-in/phone");

        assertThat(give("13800001002", code).status()).isEqualTo(422);
    }

    @Test
    void endsAfterFiveMinutes() {
        ask("13800001003");
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        assertThat(give("13800001003", phone.codeOn("13800001003")).status()).isEqualTo(422);
    }

    @Test
    void standsFiveWrongTriesNoMore() {
        ask("13800001004");
        IntStream.range(0, 5).forEach(_ -> give("13800001004", "wrong!"));

        var page = give("13800001004", phone.codeOn("13800001004"));

        assertThat(page.status()).isIn(422, 429);
        assertThat(browser.cookie("JIPING_SESSION")).isEmpty();
    }

    @Test
    void isSentAgainAfterAMinuteAndReplacesTheFirst() {
        ask("13800001005");
        var first = phone.codeOn("13800001005");

        var early = ask("13800001005");
        clock.advance(Duration.ofSeconds(61));
        var later = ask("13800001005");

        assertThat(early.status()).isEqualTo(429);
        assertThat(later.status()).isEqualTo(200);
        var second = phone.codeOn("13800001005");
        assertThat(second.equals(first) || give("13800001005", first).status() == 422).isTrue();
        assertThat(give("13800001005", second).status()).isEqualTo(302);
    }

    @Test
    void isSentToOnePhoneTenTimesAnHour() {
        for (var n = 0; n < 10; n++) {
            assertThat(ask("13800001006").status()).isEqualTo(200);
            clock.advance(Duration.ofSeconds(61));
        }

        assertThat(ask("13800001006").status()).isEqualTo(429);
    }

    @Test
    void saysSoWhereNoMessagesAreSent() {
        phone.connect(false);

        var page = ask("13800001007");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("还没有开通短信服务");
        assertThat(phone.got("13800001007")).isFalse();
    }

    @Test
    void wantsAMobileNumber() {
        assertThat(ask("12345").text()).contains("请填写 11 位大陆手机号");
    }
}
