package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Ids;
import cn.jiping.testing.TestDatabase;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A draw from its announcement to its repetition, by the centre, the body and the public. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class DrawingInTheBrowserTests {
    private static final String PASSWORD = "jiping-demo-2021";
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final String POOL =
            """
            编号\t名称\t权重\t组别\t单位\t排除原因\t依据文件\t依据条款
            KP1\t水知白\t1\t高级考评员\t甲厂\t\t\t
            KP2\t葛明远\t2\t考评员\t乙厂\t\t\t
            KP3\t窦以安\t1\t考评员\t丙厂\t\t\t
            KP4\t姜景行\t1\t高级考评员\t丁厂\t\t\t
            KP5\t邹承志\t1\t考评员\t甲厂\t\t\t
            KP6\t林怀瑾\t\t\t\t现工作单位就是本次评价机构\tZJ2022-16\t五(五)
            """;

    @RegisterExtension final Browser browser = new Browser();
    @Autowired BusinessClock clock;

    @ParameterizedTest
    @EnumSource
    void takesEveryStepAndCanBeRepeatedByAnybody(Screen screen) {
        var centre = signedIn(screen, "demo-city-clerk");
        var body = signedIn(screen, "demo-body-head");
        var draw = announce(centre);

        var secretA = commit(centre, "/authority/draws/" + draw, "A");
        var secretB = commit(body, "/body/draws/" + draw, "B");
        clock.moveTo(clock.now().plus(Duration.ofHours(2)));
        centre.visit("/authority/draws/" + draw).follow("登记公开随机数");
        centre.fill("公开随机数", "047").fill("出处", "第2024093期").press("核对");
        centre.sees("登记以后立即公开，不能更改").looksGood("draw-value").press("登记");
        reveal(centre, "/authority/draws/" + draw, "A", secretA);
        reveal(body, "/body/draws/" + draw, "B", secretB);
        centre.visit("/authority/draws/" + draw).press("抽取");
        centre.sees("第 1 位").looksGood("draw-drawn");

        repeats(browser.visitor(screen), "/draws/" + draw);
    }

    private Visitor signedIn(Screen screen, String userName) {
        var visitor = browser.visitor(screen).visit("/sign-in");
        visitor.page().locator("input[name=username]").fill(userName);
        visitor.page().locator("input[name=password]").fill(PASSWORD);
        return visitor.press("登录");
    }

    private String announce(Visitor centre) {
        centre.visit("/authority/draws/new").select("事项", "抽取考评员");
        centre.fill("名称", "考评员随机抽取").fill("为哪件事抽取（编号）", Ids.next().toString());
        centre.select("抽取所属的地区", "浙江省 · 杭州市").select("评价机构（选填）", DemoAccounts.BODY_NAME);
        centre.select("依据文件", "浙技评〔2023〕20号　关于进一步加强技能人才评价质量监督管理工作的通知");
        centre.fill("依据条款", "二(五)");
        centre.fill("承诺截止", in(Duration.ofHours(1)));
        centre.fill("公开随机数在此刻以后产生", in(Duration.ofHours(1)));
        centre.fill("公布密数截止", in(Duration.ofHours(9)));
        centre.fill("承诺方甲（主管部门）", "杭州市技能评价中心").select("承诺方乙由谁担任", "评价机构");
        centre.fill("承诺方乙名称", DemoAccounts.BODY_NAME);
        centre.fill("公开随机数是什么", "福利彩票3D").fill("哪里可以查到", "官方网站");
        centre.fill("抽取数量", "3").fill("候补数量", "1").fill("同一“单位”至多（选填）", "1");
        centre.fill("粘贴名单", POOL).looksGood("draw-new").press("核对全部内容");
        centre.sees("核对无误就公告").looksGood("draw-preview").press("公告抽取");
        centre.sees("抽取已公告").looksGood("draw-announced");
        var url = centre.page().url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private String in(Duration duration) {
        Instant at = clock.now().plus(duration);
        return LocalDateTime.ofInstant(at, BusinessClock.ZONE).format(MINUTE);
    }

    private static String commit(Visitor visitor, String draw, String party) {
        visitor.visit(draw + "/commitments/" + party);
        var secret = visitor.page().locator("#secret").inputValue();
        var salt = visitor.page().locator("#salt").inputValue();
        visitor.page().locator("#kept").check();
        visitor.page().locator("main form button[type=submit]").first().click();
        visitor.sees("承诺已公布");
        return secret + " " + salt;
    }

    private static void reveal(Visitor visitor, String draw, String party, String secret) {
        var parts = secret.split(" ", -1);
        visitor.visit(draw + "/reveals/" + party);
        visitor.fill("密数", parts[0]).fill("盐", parts[1]).press("公布密数");
        visitor.sees("密数与承诺相符");
    }

    private static void repeats(Visitor citizen, String draw) {
        citizen.visit(draw).press("在本页验算");
        citizen.sees("验算一致").looksGood("draw-repeated");
        assertThat(citizen.page().content()).doesNotContain("水知白", "林怀瑾");

        citizen.page().route("**/record.json", DrawingInTheBrowserTests::tampered);
        citizen.press("在本页验算").sees("验算不一致");
    }

    private static void tampered(Route route) {
        var record = route.fetch();
        route.fulfill(
                new Route.FulfillOptions()
                        .setResponse(record)
                        .setBody(record.text().replace("\"value\":\"047\"", "\"value\":\"048\"")));
    }
}
