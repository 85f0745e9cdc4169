package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** 我能报考吗, as somebody without an account asks it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class AskingWhetherIMayRegisterTests {
    private static final String HELD =
            "/eligibility?occupation=焊工&place=33&level=4&on=2024-06-01&certificate=5"
                    + "&certificateKept=true";

    @RegisterExtension final Browser browser = new Browser();

    @ParameterizedTest
    @EnumSource
    void oneQuestionAfterAnotherUntilTheAnswer(Screen screen) {
        var visitor = browser.visitor(screen).visit("/eligibility");

        visitor.fill("您想报考哪个职业？", "焊工").press("继续");
        visitor.sees("在哪个省份报考？").check("浙江省").press("继续");
        visitor.sees("想报考焊工的哪一级？").looksGood("eligibility-level");
        visitor.check("四级/中级工").press("继续");
        visitor.sees("打算哪一天报考？").fill("打算哪一天报考？", "2024-06-01");
        visitor.looksGood("eligibility-day").press("继续");
        visitor.sees("您现在持有哪一级焊工证书？").check("五级/初级工").press("继续");
        visitor.check("一直在从事，没有中断").press("继续");
        visitor.fill("五级/初级工证书是哪一天取得的？", "2021-06-01").press("继续");

        visitor.sees("您可以报考").sees("报名时请带上").isAt("/eligibility");
        visitor.looksGood("eligibility-yes");
    }

    @ParameterizedTest
    @EnumSource
    void andIsToldTheEarliestDay(Screen screen) {
        var visitor = browser.visitor(screen).visit(HELD + "&certificateOn=2021-12-15");

        visitor.sees("您累计从事焊工多久了？").fill("年", "3").fill("月", "7");
        visitor.looksGood("eligibility-duration").press("继续");
        visitor.check("以上都没有").press("继续");

        visitor.sees("您暂时还不能报考").sees("最早 2024年12月15日起符合条件 4-2");
        visitor.looksGood("eligibility-no");
    }

    @ParameterizedTest
    @EnumSource
    void andChangesAnAnswer(Screen screen) {
        var visitor = browser.visitor(screen).visit(HELD + "&certificateOn=2021-06-01");

        visitor.sees("您可以报考").follow("申报等级");
        visitor.sees("想报考焊工的哪一级？").check("三级/高级工").press("继续");

        visitor.sees("您累计从事焊工多久了？").follow("上一题");
        visitor.sees("您现在持有哪一级焊工证书？");
        assertThat(visitor.page().locator("input[name=certificate]:checked").inputValue())
                .isEqualTo("5");
    }

    @ParameterizedTest
    @EnumSource
    void andIsToldWhatIsMissing(Screen screen) {
        var path = "/eligibility?at=occupation&occupation=hg";
        var visitor = browser.visitor(screen).visit(path, 400);

        visitor.sees("您是不是要找");
        assertThat(visitor.focus()).startsWith("有 1 处需要修改");
        visitor.follow("焊工").sees("在哪个省份报考？");
        visitor.expectingFailureOf("/eligibility?occupation=%E7%84%8A%E5%B7%A5&at=place");
        visitor.press("继续").sees("请先回答这个问题").looksGood("eligibility-missing");
    }

    @ParameterizedTest
    @EnumSource
    void withoutScripts(Screen screen) {
        var visitor = browser.visitorWithoutScripts(screen).visit("/eligibility");

        visitor.follow("找不到我的职业，按通用条件判断").check("吉林省").press("继续");
        visitor.sees("想报考本职业的哪一级？").check("五级/初级工").press("继续");
        visitor.fill("打算哪一天报考？", "2024-06-01").press("继续");
        visitor.fill("您的出生日期是哪一天？", "2008-06-02").press("继续");

        visitor.sees("您暂时还不能报考").sees("到2024年6月2日年满16年");
    }
}
