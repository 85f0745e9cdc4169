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
class ReadingTheLawTests {
    @RegisterExtension final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource
    void leadsFromTheDocumentsToAClauseAndItsValues(Screen screen) {
        var citizen = browser.visitor(screen).visit("/law").sees("6 份文件");

        citizen.follow("浙江 2021 通知").isAt("/law/ZJ2021").looksGood("law-document");
        citizen.follow("二(二)").sees("据以判定的取值").sees("保留期 1年").looksGood("law-clause");
        citizen.follow("下一条").sees("二(三)");
    }

    @ParameterizedTest
    @EnumSource
    void findsClausesByWhatTheySay(Screen screen) {
        var citizen = browser.visitor(screen).visit("/law");

        citizen.fill("词语、条款号", "补考").press("查找");
        citizen.sees("吉人社办字〔2017〕11号 七(四)").looksGood("law-search");
        citizen.fill("词语、条款号", "没有这样的词").press("查找");
        citizen.sees("没有找到这样的条款").looksGood("law-search-empty");
    }

    @ParameterizedTest
    @EnumSource
    void showsTheValuesOfADayAndWhatIsOnlyPractice(Screen screen) {
        var citizen = browser.visitor(screen).visit("/law/values?on=2024-05-01&jurisdiction=33");

        citizen.sees("准入类职业").seesNot("2021-01-01 至 2023-11-15");
        citizen.visit("/law/values?on=2021-02-30").sees("请按 2024-09-01 的样子填日期");
        citizen.visit("/law/practice").sees("起算（全国）");
    }

    @ParameterizedTest
    @EnumSource
    void asksTheRuleBehindAClauseAndComesBackToTheClause(Screen screen) {
        var citizen = browser.visitor(screen).visit("/law/ZJ2021/二(二)");

        citizen.follow("单科合格后还能补考吗？：问这条规则").isAt("/ask/resit").looksGood("ask");
        citizen.press("问规则");
        citizen.sees("没有给出").looksGood("ask-faults");
        citizen.follow("用例子填好").sees("保留期").looksGood("ask-answer");
        citizen.follow("浙江 2021 通知 二(二)").sees("据以判定的取值");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichClauseIsNotThere(Screen screen) {
        browser.visitor(screen)
                .visit("/law/ZJ2021/absent", 404)
                .sees("《ZJ2021》里没有“absent”这一条")
                .visit("/law/absent", 404)
                .sees("法规库里没有“absent”这份文件");
    }

    @ParameterizedTest
    @EnumSource
    void worksWithoutScripts(Screen screen) {
        var citizen = browser.visitorWithoutScripts(screen).visit("/law");

        citizen.filters().select("性质", "号召").press("查找");

        citizen.sees("吉人社办字〔2017〕11号 一");
        assertThat(citizen.page().url()).contains("kind=EFFORT");
    }
}
