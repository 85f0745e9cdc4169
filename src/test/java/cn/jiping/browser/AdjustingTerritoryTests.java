package cn.jiping.browser;

import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class AdjustingTerritoryTests {
    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private SignedIn people;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
    }

    @ParameterizedTest
    @EnumSource
    void looksUpAPlaceOnTheDayBeforeAndTheDayOfAChange(Screen screen) {
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));

        administrator.visit("/admin/territory?on=2021-04-08&province=330000").sees("下城区");
        administrator.visit("/admin/territory?on=2021-04-09&province=330000").seesNot("下城区");
        administrator.visit("/admin/territory?q=江干").sees("当日无效");
        administrator.visit("/admin/territory/330102").sees("承接撤销的 江干区 330104 的原有业务");
        administrator.visit("/admin/territory?q=没有这个地方").sees("没有找到");
    }

    @ParameterizedTest
    @EnumSource
    void movesACountyAfterSeeingWhoseScopeShifts(Screen screen) {
        var county = screen == Screen.DESK ? "330825" : "330824";
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));
        administrator.visit("/admin/territory/" + county + "/adjust/move");
        administrator.press("下一步：核对影响").sees("有 2 处需要修改").looksGood("territory-faults");

        administrator.page().locator("#other").selectOption("330700");
        administrator.fill("施行日", "2090-01-01").fill("批准文件", "国务院批复（测试）");
        administrator.press("下一步：核对影响").sees("谁看到的业务会变化").looksGood("territory-check");

        people.pressAndConfirm(Role.ADMINISTRATOR, administrator, "确认调整");
        administrator.sees("调整已记录，自 2090-01-01 起施行").looksGood("territory-done");
    }

    @ParameterizedTest
    @EnumSource
    void withdrawsWhatIsOnlyPlanned(Screen screen) {
        var county = screen == Screen.DESK ? "330822" : "330803";
        var administrator = people.as(Role.ADMINISTRATOR, browser.visitor(screen));
        administrator.visit("/admin/territory/" + county + "/adjust/rename");
        administrator.fill("新名称", "测试市").fill("施行日", "2091-01-01").fill("批准文件", "批复（测试）");
        administrator.press("下一步：核对影响");
        people.pressAndConfirm(Role.ADMINISTRATOR, administrator, "确认调整");

        administrator.sees("更名为“测试市”").follow("撤回");
        administrator.sees("撤回这项调整吗？").fill("撤回原因", "录入错误").looksGood("territory-withdraw");
        people.pressAndConfirm(Role.ADMINISTRATOR, administrator, "撤回");
        administrator.isAt("/admin/territory").sees("已撤回");
    }
}
