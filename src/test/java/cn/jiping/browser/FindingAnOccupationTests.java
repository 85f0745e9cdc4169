package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** 职业目录, as somebody without an account uses it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class FindingAnOccupationTests {
    @RegisterExtension final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource
    void byItsInitialsOnADay(Screen screen) {
        var visitor = browser.visitor(screen).visit("/occupations");

        visitor.filters().fill("职业名称、拼音、编码或目录序号", "hg").fill("日期", "2024-03-12").press("查找");
        visitor.sees("浙江省 2024年3月12日").looksGood("occupations-found");
        visitor.follow("焊工").isAt("/occupations/焊工");

        visitor.sees("属准入类职业资格，不得开展职业技能等级认定").sees("可以做职业资格鉴定");
        visitor.looksGood("occupation-welder");
    }

    @ParameterizedTest
    @EnumSource
    void amongThoseThatLeftTheCatalogue(Screen screen) {
        var visitor = browser.visitor(screen).visit("/occupations?on=2024-03-12");

        visitor.filters().select("目录状态", "已退出目录").press("查找");
        visitor.sees("185 个职业").follow("电工").sees("2020年12月31日起退出目录，属第 2 批");
        visitor.sees("状态沿革").looksGood("occupation-electrician");
    }

    @ParameterizedTest
    @EnumSource
    void andSeesHowItStoodOnAnotherDay(Screen screen) {
        var visitor = browser.visitor(screen).visit("/occupations/车工?on=2024-03-12");

        visitor.sees("已退出目录").fill("日期", "2020-09-29").press("查看");

        visitor.sees("可以做职业资格鉴定").sees("2020年9月30日退出目录").looksGood("occupation-before");
        visitor.visit("/occupations/车工?on=2019-01-01").sees("没有文件说明这个职业在这个地区");
    }

    @ParameterizedTest
    @EnumSource
    void orIsToldWhatIsWrongWithTheDay(Screen screen) {
        var path = "/occupations?on=2021-02-30";
        var visitor = browser.visitor(screen).visit(path, 400);

        visitor.sees("不是日历上的一天");
        assertThat(visitor.focus()).startsWith("查询条件有误");
        visitor.follow("不是日历上的一天");
        assertThat(visitor.focus()).isEqualTo("日期");
    }

    @ParameterizedTest
    @EnumSource
    void withoutScripts(Screen screen) {
        var visitor = browser.visitorWithoutScripts(screen).visit("/occupations?on=2024-03-12");

        visitor.fill("职业名称、拼音、编码或目录序号", "涉外").press("查找").sees("1 个职业");
        visitor.follow("秘书（涉外秘书）").sees("工种（方向）");
        visitor.visit("/occupations?page=99").sees("这一页没有内容");
        visitor.follow("回到第一页").sees("设备点检员");
    }

    @ParameterizedTest
    @EnumSource
    void andReadsWhatTheOpenDataSays(Screen screen) {
        var visitor = browser.visitor(screen).visit("/occupations?on=2024-03-12&q=焊");

        visitor.page().locator("details.jp-section summary").click();
        visitor.sees("categoryNumber").looksGood("occupations-open-data");
        var data = visitor.page().request().get("/api/v1/occupations?on=2024-03-12&q=焊");

        assertThat(data.status()).isEqualTo(200);
        assertThat(data.text()).contains("\"occupation\":\"焊工\"", "\"status\":\"ACCESS\"");
    }
}
