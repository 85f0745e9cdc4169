package cn.jiping.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.AccountFixtures;
import cn.jiping.testing.WebClient;
import cn.jiping.testing.WebClient.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SayingWhoOneIsTests extends OnAllPages {
    @AfterEach
    void letTheAddressRest() {
        clock.advance(Duration.ofHours(2));
    }

    private WebClient candidate(String number) {
        var browser = browser();
        browser.get("/sign-in/phone");
        browser.post("/sign-in/phone", "phone", number);
        browser.post("/sign-in/phone/code", "phone", number, "code", phone.codeOn(number));
        return browser;
    }

    private static Page identify(WebClient browser, String name, String number) {
        return identify(browser, name, number, "");
    }

    private static Page identify(WebClient browser, String name, String number, String then) {
        browser.get("/account/identity");
        return browser.post(
                "/account/identity",
                "name",
                name,
                "kind",
                "RESIDENT_ID",
                "number",
                number,
                "then",
                then);
    }

    @Test
    void givesTheAccountAName() {
        var browser = candidate("13700000001");

        identify(browser, "顾砚秋", AccountFixtures.residentId());

        assertThat(browser.get("/account").text())
                .contains("顾砚秋")
                .doesNotContain("137****0001</a>");
    }

    @Test
    void goesOnToThePageThatAskedForIt() {
        var asked = "/my/applications/new?session=0197f3a0-0000-7000-8000-000000000001";
        var sent = identify(candidate("13700000010"), "顾砚秋", AccountFixtures.residentId(), asked);
        var unasked = identify(candidate("13700000011"), "周启明", AccountFixtures.residentId());

        assertThat(sent.location()).isEqualTo(asked);
        assertThat(unasked.location()).isEqualTo("/my");
    }

    @Test
    void goesOnToNoOtherHost() {
        var number = AccountFixtures.residentId();

        var page = identify(candidate("13700000012"), "顾砚秋", number, "//elsewhere.example/my");

        assertThat(page.location()).isEqualTo("/my");
    }

    @Test
    void refusesANumberThatCannotBe() {
        var page = identify(candidate("13700000002"), "顾砚秋", "330106197801010030");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("身份证号码的最后一位与前面的号码不符");
    }

    @Test
    void refusesAPersonWhoHasAnAccount() {
        var number = AccountFixtures.residentId();
        identify(candidate("13700000003"), "顾砚秋", number);

        var page = identify(candidate("13700000004"), "顾砚秋", number);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("另一个手机号的账号").doesNotContain("137****0003");
    }

    @Test
    void refusesAnotherName() {
        var number = AccountFixtures.residentId();
        identify(candidate("13700000005"), "顾砚秋", number);

        assertThat(identify(candidate("13700000006"), "周启明", number).status()).isEqualTo(422);
    }

    @Test
    void isDoneOnce() {
        var browser = candidate("13700000007");
        identify(browser, "顾砚秋", AccountFixtures.residentId());

        var page = identify(browser, "顾砚秋", AccountFixtures.residentId());

        assertThat(page.text()).contains("已经登记过身份信息");
    }

    @Test
    void changesThePhoneWithACodeToBoth() {
        var browser = candidate("13700000008");
        browser.get("/account/phone");
        browser.post("/account/phone/code", "newPhone", "13700000009");

        var wrong = change(browser, "13700000009", "000000");
        var right = change(browser, "13700000009", phone.codeOn("13700000009"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(right.location()).isEqualTo("/account");
        assertThat(browser.get("/account").text()).contains("137****0009");
    }

    private Page change(WebClient browser, String newPhone, String newCode) {
        return browser.post(
                "/account/phone",
                "newPhone",
                newPhone,
                "oldCode",
                phone.codeOn("13700000008"),
                "newCode",
                newCode);
    }
}
