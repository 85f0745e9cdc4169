package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class PublicPagesTests {
    @RegisterExtension final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource
    void openForEverybody(Screen screen) {
        var citizen = browser.visitor(screen);

        citizen.visit("/").sees("技能人才评价一体化平台").sees("请注意");
        citizen.visit("/accessibility").sees("还没有做到的");
        citizen.visit("/privacy").sees("浏览器里放什么");
    }

    @ParameterizedTest
    @EnumSource
    void showEveryPartInTheStyleguide(Screen screen) {
        browser.visitor(screen).visit("/styleguide").sees("经过（审计记录）");
    }

    @ParameterizedTest
    @EnumSource
    void sayWhatWentWrong(Screen screen) {
        var citizen = browser.visitor(screen);

        citizen.visit("/nowhere", 404).sees("找不到这个页面");
        citizen.follow("回到首页").isAt("/");
        citizen.visit("/?page=%zz", 400).sees("提交的内容不完整或格式不对");
    }

    @ParameterizedTest
    @EnumSource
    void workWithoutScripts(Screen screen) {
        var citizen = browser.visitorWithoutScripts(screen);

        citizen.visit("/styleguide").follow("终止计划");

        assertThat(citizen.page().url()).endsWith("#confirm-page");
        citizen.visit("/").follow("首页").isAt("/");
    }

    @ParameterizedTest
    @EnumSource
    void speakChineseUntilAskedForEnglish(Screen screen) {
        var visitor = browser.visitor(screen).visit("/").sees("公众");

        visitor.follow("English").sees("Skip to main content").looksGood("home-english");
        visitor.visit("/privacy").sees("Privacy");
        visitor.follow("中文").sees("无障碍说明");
    }

    @ParameterizedTest
    @EnumSource
    void canBeUsedByKeyboard(Screen screen) {
        var visitor = browser.visitor(screen).visit("/");

        assertThat(visitor.type("Tab").focus()).isEqualTo("跳到主要内容");
        visitor.type("Enter").type("Tab");

        assertThat(visitor.focus()).isEqualTo("考生登录");
    }

    @ParameterizedTest
    @EnumSource
    void readWhatIsWrongWithAFormFirst(Screen screen) {
        var visitor = browser.visitor(screen).visit("/styleguide");

        assertThat(visitor.focus()).startsWith("有 2 处需要修改");
    }

    @ParameterizedTest
    @EnumSource
    void openAndCloseADialog(Screen screen) {
        var visitor = browser.visitor(screen).visit("/styleguide");

        visitor.follow("终止计划").sees("抽审 12 人").looksGood("styleguide-dialog");
        visitor.press("返回");

        assertThat(visitor.page().locator("dialog[open]").count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void moveTheDemoClockForward(Screen screen) {
        var visitor = browser.visitor(screen).visit("/privacy");
        var year = screen == Screen.DESK ? "2031" : "2032";

        visitor.page().locator(".jp-clock summary").click();
        visitor.looksGood("clock").page().locator("#clock-at").fill(year + "-10-23T08:30");
        visitor.press("改到这一刻").isAt("/privacy");

        visitor.sees("演示时间已改到 " + year + "-10-23").looksGood("clock-moved");
    }
}
