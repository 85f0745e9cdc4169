package cn.jiping.browser;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.NineOthers;
import cn.jiping.person.PersonFixtures;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.RegistrationFixtures;
import cn.jiping.shared.Role;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A county's clerk registers somebody who came to the counter without a phone. */
@SuppressWarnings("NullAway.Init") // filled before each test
class RegisteringAtTheCounterInTheBrowserTests extends InTheBrowser {
    private SeasonMatters season;
    private SessionId session;

    @BeforeEach
    void registering() {
        season = new SeasonMatters(new Matters(context));
        session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
    }

    @Test
    void goesFromTheConsentToTheForm() throws IOException {
        var clerk = people.as(Role.COUNTY_CLERK, browser.visitor(Screen.DESK));

        clerk.visit("/authority/counter").sees("没有代报").looksGoodEverywhere("counter-empty");
        clerk.at(Screen.DESK).follow("代报一人");
        clerk.sees("本人同意").looksGoodEverywhere("counter-new");
        clerk.at(Screen.DESK).expectingFailureOf("/authority/counter").press("继续");
        clerk.sees("处需要修改").sees("请上传签名的同意书").looksGoodEverywhere("counter-new-wrong");
        fill(clerk.at(Screen.DESK));
        clerk.sees("上传照片").looksGoodEverywhere("counter-photo");
        clerk.at(Screen.DESK).follow("先到这里，以后再填");
        clerk.sees("由西湖区窗口").looksGoodEverywhere("counter-application");
        clerk.at(Screen.DESK).visit("/authority/counter").sees("1 件报名");
        clerk.looksGoodEverywhere("counter-list");
        paid(clerk.at(Screen.DESK));
    }

    /** The fee of another candidate is paid at the counter, who is told so by nobody else. */
    private void paid(Visitor clerk) {
        var id = season.applicants().admittedAtCounter(session);
        clerk.visit("/authority/counter/" + id).sees("等待缴费");
        clerk.looksGoodEverywhere("counter-admitted");
        clerk.at(Screen.DESK).press("代为缴费").sees("演示支付").press("支付 695.00 元");
        clerk.sees("报名成功").looksGoodEverywhere("counter-paid");
        served(clerk.at(Screen.DESK), "/authority/counter/" + id);
    }

    /** What comes of the registration is fetched at the counter too. */
    private void served(Visitor clerk, String application) {
        var others = NineOthers.enter(context.getBean(Arrangements.class), session);
        season.becomes(LocalDate.of(2021, 8, 9));
        season.arranged(session, season.site());
        season.becomes(LocalDate.of(2021, 10, 18));
        clerk.visit(application).follow("准考证").sees("2021-10-23 08:30");
        clerk.looksGoodEverywhere("counter-ticket");
        others.leave();
        season.results().published(session, LocalDate.of(2021, 11, 20), 82, 76, 60);
        clerk.at(Screen.DESK).follow("返回").follow("成绩").sees("合格");
        clerk.looksGoodEverywhere("counter-scores");
    }

    private static void fill(Visitor clerk) throws IOException {
        var document = PersonFixtures.residentId(LocalDate.of(1958, 4, 9));
        clerk.fill("姓名", "演示钱长根").fill("证件号", document.number());
        clerk.check("焊工 一级/高级技师（浙江省2021年10月职业资格全省统一鉴定）");
        clerk.check("考生已经当面阅读上面的内容，并在同意书上签名");
        try (var image = RegistrationFixtures.proof().content()) {
            clerk.page()
                    .locator("#scan")
                    .setInputFiles(new FilePayload("同意书.png", "image/png", image.readAllBytes()));
        }
        clerk.press("继续");
    }
}
