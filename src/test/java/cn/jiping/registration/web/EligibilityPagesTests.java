package cn.jiping.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.registration.CheckQuestion;
import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "registration",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
class EligibilityPagesTests {
    private static final String WELDER =
            "/eligibility?occupation=焊工&place=33&level=4&on=2024-06-01";
    private static final String HELD = "&certificate=5&certificateKept=true";
    private static final String REST = "&years=3&yearsMonths=7&education=NONE";

    @Autowired WebApplicationContext context;
    MockMvcTester pages;

    @BeforeEach
    void pages() {
        pages = PagesAs.actor(context, Actor.anybody("127.0.0.1"));
    }

    @Test
    void beginWithTheOccupation() {
        assertThat(pages.get().uri("/eligibility"))
                .hasStatusOk()
                .bodyText()
                .contains("您想报考哪个职业？", "第 1 题", "还没有回答", "<option value=\"焊工\">")
                .contains("找不到我的职业，按通用条件判断")
                .doesNotContain("上一题", "??");
    }

    @Test
    void keepTheAnswersInTheAddressAndAskTheNext() {
        assertThat(pages.get().uri(WELDER + HELD))
                .hasStatusOk()
                .bodyText()
                .contains("五级/初级工证书是哪一天取得的？", "第 7 题", "焊工 · 四级/中级工", "上一题")
                .contains("name=\"occupation\" value=\"焊工\"", "name=\"on\" value=\"2024-06-01\"")
                .contains("name=\"at\" value=\"certificateOn\"")
                .contains("&amp;ask=level", "浙江省", "2024年6月1日", "一直在从事，没有中断")
                .doesNotContain("??");
    }

    @Test
    void askAgainWithTheAnswerGivenBefore() {
        assertThat(pages.get().uri(WELDER + HELD + "&ask=level"))
                .hasStatusOk()
                .bodyText()
                .contains("想报考焊工的哪一级？", "value=\"4\" checked")
                .contains("name=\"certificate\" value=\"5\"")
                .doesNotContain("name=\"level\" value=\"4\" type=\"hidden\"");
    }

    @Test
    void answerYesWithTheConditionTheMaterialsAndTheSources() {
        assertThat(pages.get().uri(WELDER + HELD + "&certificateOn=2021-06-01"))
                .hasStatusOk()
                .bodyText()
                .contains("您可以报考", "您满足条件 4-2，可以申报焊工 · 四级/中级工")
                .contains("取得五级证书后累计从事本职业满3年", "另外 2 项没有满足，不影响结果")
                .contains("报名时请带上", "身份证", "工作年限证明", "下一等级的证书")
                .contains("浙技评〔2023〕20号 二(二)", "国家职业标准编制技术规程（2023年版）", "这一天对这个职业做的是职业资格鉴定")
                .contains("只是自查结果，以提交申报后的审核为准")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-01, 您可以报考",
        "2021-06-02, 最早 2024年6月2日起符合条件 4-2",
        "2021-12-15, 最早 2024年12月15日起符合条件 4-2"
    })
    void answerNoWithTheEarliestDay(String certificateOn, String said) {
        assertThat(pages.get().uri(WELDER + HELD + "&certificateOn=" + certificateOn + REST))
                .hasStatusOk()
                .bodyText()
                .contains(said)
                .doesNotContain("??");
    }

    @Test
    void sayForEachConditionWhatLacksAndWhatToDoNext() {
        assertThat(pages.get().uri(WELDER + HELD + "&certificateOn=2021-12-15" + REST))
                .bodyText()
                .contains("您暂时还不能报考", "累计还差 1 年 5 个月，继续从事到2025年11月1日满 5 年")
                .contains("取得证书后还差 7 个月，继续从事到2024年12月15日满 3 年")
                .contains("需要这些学历之一（已毕业或者应届）：中等职业学校")
                .contains("等到2024年12月15日再报考", "更改我的回答", "换一个等级查");
    }

    @Test
    void speakOfAgeAloneWhereOnlyThatLacks() {
        var young = "/eligibility?occupation=焊工&place=33&level=5&on=2026-11-23&bornOn=2011-05-05";
        var page = pages.get().uri(young + "&apprenticeshipCompleted=false");

        assertThat(page)
                .bodyText()
                .contains("等到2027年5月5日再报考", "那天就到年龄了")
                .doesNotContain("继续从事本职业", "换一个等级查", "??");
    }

    @Test
    void sayWhereNoDayCanBeFound() {
        assertThat(
                        pages.get()
                                .uri(
                                        "/eligibility?occupation=电工&place=33&level=1&on=2024-06-01"
                                                + "&certificate=NONE&title=NONE"))
                .bodyText()
                .contains("3 项条件都没有满足，从您的回答算不出哪一天能满足", "需要持有二级/技师证书");
    }

    @Test
    void sayThatAQuestionWasLeftOpen() {
        assertThat(pages.get().uri(WELDER + "&at=certificate"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("有 1 处需要修改", "请先回答这个问题", "href=\"#certificate\"")
                .contains("id=\"certificate-error\"");
    }

    @Test
    void offerOccupationsThatMayHaveBeenMeant() {
        assertThat(pages.get().uri("/eligibility?at=occupation&occupation=hg"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("没有文件列出“hg”这个职业", "您是不是要找", "/eligibility?occupation=%E7%84%8A%E5%B7%A5");
        assertThat(pages.get().uri("/eligibility?occupation=炼丹师"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .doesNotContain("您是不是要找");
    }

    @Test
    void passOverAnswersThatNothingAsksFor() {
        assertThat(pages.get().uri(WELDER + "&certificate=NONE&titleOn=x&foo=bar&ask=title"))
                .hasStatusOk()
                .bodyText()
                .contains("您累计从事焊工多久了？")
                .doesNotContain("name=\"titleOn\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1' --",
                "<script>alert(1)</script>",
                "${7*7}__${7*7}__::x",
                "{0}'{",
                "../../../../etc/passwd",
                "-1",
                "99999999999999999999999999",
                "2021-02-30",
                "0000-00-00",
                "+999999999-01-01"
            })
    void answerNothingHostileWithATrace(String hostile) {
        var answers = new java.util.TreeMap<String, String>();
        Stream.of(CheckQuestion.values())
                .flatMap(CheckQuestion::keys)
                .forEach(key -> {
                    var request = pages.get().uri("/eligibility");
                    before(key).forEach(request::param);
                    var answer = request.param(key, hostile).param("ask", hostile).exchange();

                    answers.put(key, String.valueOf(answer.getResponse().getStatus()));
                    assertThat(answer)
                            .bodyText()
                            .doesNotContain("<script>alert", "Exception", "49__");
                });

        assertThat(answers.values()).isSubsetOf("200", "400");
        assertThat(answers).containsEntry("occupation", "400").containsEntry("on", "400");
    }

    /** Answers with which every question but these comes up. */
    private static Map<String, String> before(String key) {
        var answers =
                new java.util.TreeMap<>(
                        Map.of(
                                "occupation", "焊工",
                                "place", "33",
                                "level", "3",
                                "on", "2024-06-01",
                                "certificate", "4",
                                "certificateKept", key.equals("certificateOn") ? "true" : "false",
                                "certificateYears", "1",
                                "years", "1"));
        answers.putAll(
                Map.of(
                        "education", "COLLEGE",
                        "enrolment", "GRADUATED",
                        "major", "false",
                        "assessed", "false",
                        "title", "JUNIOR",
                        "titleMatches", "true",
                        "titleKept", key.equals("titleOn") ? "true" : "false"));
        answers.remove(key);
        return answers;
    }
}
