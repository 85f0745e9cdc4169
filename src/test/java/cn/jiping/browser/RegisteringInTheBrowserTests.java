package cn.jiping.browser;

import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A welder's way on the phone from the announcement to the application handed in. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.clock.start=2021-07-01T09:00:00")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class RegisteringInTheBrowserTests {
    private static final LocalDateTime IN_JULY = LocalDateTime.of(2021, 7, 20, 9, 0);

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private Matters matters;

    @BeforeEach
    void matters() {
        new SignedIn(context);
        matters = new Matters(context);
    }

    @Test
    void goesFromTheAnnouncementToTheApplicationHandedIn() throws IOException {
        var season = new SeasonMatters(matters);
        var session = season.registering(IN_JULY);
        var welder = browser.visitor(Screen.PHONE);
        SignedIn.byCode("13900005001", welder);
        welder.isAt("/my");
        var applying = new Applying(welder, matters);
        applying.begin(session);
        applying.photo();
        applying.background();
        applying.certificates("2017-09-30");
        applying.history();

        welder.sees("还不符合申报条件").sees("到2021年9月30日可以符合条件");
        welder.looksGoodEverywhere("apply-condition-not-met");
        welder.at(Screen.PHONE).follow("核对证书和职称有没有填错");
        welder.fill("发证日期", "2017-05-22").press("保存并继续");
        welder.press("保存并继续");
        applying.condition();
        applying.materials();
        applying.handIn();
        withdraw(welder);
    }

    private static void withdraw(Visitor welder) {
        welder.follow("焊工 一级/高级技师").follow("取回修改");
        welder.looksGood("application-take-back").press("取回修改");
        welder.sees("已取回").check("以上内容和材料真实、准确").press("承诺并提交");
        welder.sees("已提交，等待审核").follow("撤回报名");
        welder.fill("理由", "因病不能参加").looksGoodEverywhere("application-withdraw");
        welder.at(Screen.PHONE).press("撤回报名").sees("报名已撤回");
        welder.looksGoodEverywhere("application-withdrawn");
    }
}
