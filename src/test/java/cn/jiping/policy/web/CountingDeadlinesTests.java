package cn.jiping.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class CountingDeadlinesTests {
    @LocalServerPort int port;

    @Test
    void asksBeforeItAnswers() {
        assertThat(read("")).contains("哪一件事", "从哪一天起算").doesNotContain("jp-ruling", "需要修改");
    }

    @ParameterizedTest
    @CsvSource({
        "what=answer-sheets-return&mode=UNIFIED&event=2021-10-23, 2021年10月25日（星期一）",
        "what=practical-scores-report&mode=UNIFIED&event=2021-10-23, 2021年10月26日（星期二）",
        "what=off-day-assessment&mode=UNIFIED&event=2021-10-23, 2021年10月30日（星期六）",
        "what=city-report&mode=UNIFIED&event=2021-10-23, 2021年8月13日（星期五）",
        "what=score-publication&mode=DAILY&event=2017-04-22&jurisdiction=22, 2017年5月15日（星期一）",
        "what=rectification&event=2024-05-01, 2024年6月1日（星期六）",
        "what=working-day&event=2021-09-30&days=2, 2021年10月9日（星期六）",
        "what=working-day&event=2021-10-11&days=-2, 2021年10月8日（星期五）"
    })
    void saysByWhen(String question, String due) {
        assertThat(read("?" + question)).contains(due, "/law/");
    }

    @Test
    void showsHowItWasCounted() {
        assertThat(read("?what=working-day&event=2021-09-30&days=2"))
                .contains("一共数了 2 个工作日", "其中 1 天是调休上班", "跳过放假 7 天", "2021年9月", "2021年10月");
        assertThat(read("?what=off-day-assessment&mode=UNIFIED&event=2021-10-23"))
                .contains("这项期限按文件写明的日期或者日历上的天数、月数算");
    }

    @Test
    void refusesYearsWithoutAnArrangementAndPlacesWithoutARule() {
        assertThat(read("?what=working-day&event=2031-12-31&days=1"))
                .contains("没有 2031 年的放假安排，无法计算工作日", "由管理员导入后再算");
        assertThat(read("?what=score-publication&mode=DAILY&event=2021-10-23"))
                .contains("浙江省没有适用于 2021-10-23 的规定");
    }

    @Test
    void namesWhatHasATermWhereTheQuestionHasNone() {
        assertThat(read("?what=answer-sheets-return&mode=DAILY&event=2021-10-23&jurisdiction=33"))
                .contains("有规定的是下面这些", "浙江省 统一鉴定")
                .doesNotContain("请核对地区和日期", "浙江省 日常鉴定</a>");
    }

    @Test
    void saysWhatIsMissingWhenTheFormIsSentEmpty() {
        assertThat(read("?what=&event=&mode=&jurisdiction=33&days="))
                .contains("需要修改", "请选择哪一件事", "请按 2024-09-01 的样子填一个存在的日期");
    }

    @Test
    void tellsEachFaultAtItsField() {
        assertThat(read("?what=answer-sheets-return&mode=UNIFIED&event=2021-02-30"))
                .contains("请按 2024-09-01 的样子填一个存在的日期", "value=\"2021-02-30\"");
        assertThat(read("?what=answer-sheets-return&event=2021-10-23")).contains("请选择鉴定方式");
        assertThat(read("?event=2021-10-23")).contains("请选择哪一件事");
        assertThat(read("?what=working-day&event=2021-10-23&days=1001"))
                .contains("请填 -1000 到 1000 之间的整数");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "${7*7}",
                "9999-12-31",
                "0000-00-00",
                "-99999999999",
                "{0}"
            })
    void answersAnythingWithoutFailing(String anything) {
        var word = URLEncoder.encode(anything, StandardCharsets.UTF_8);
        for (var query :
                new String[] {
                    "?what=" + word + "&event=" + word + "&mode=" + word,
                    "?what=working-day&event=" + word + "&days=" + word,
                    "?what=working-day&event=2021-10-23&days=" + word,
                    "?what=rectification&event=" + word + "&jurisdiction=33",
                    "?what=rectification&event=2024-05-01&jurisdiction=" + word
                }) {
            assertThat(read(query)).doesNotContain("<script>alert(1)", "Exception");
        }
    }

    private String read(String query) {
        var page = new WebClient(port).get("/deadlines" + query);
        assertThat(page.status()).as(query).isEqualTo(200);
        return page.text();
    }
}
