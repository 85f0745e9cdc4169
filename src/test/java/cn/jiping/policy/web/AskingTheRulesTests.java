package cn.jiping.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Policies;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class AskingTheRulesTests {
    @LocalServerPort int port;
    @Autowired Policies policies;

    @Test
    void listsEveryQuestion() {
        assertThat(read("/ask")).contains("单科合格后还能补考吗？", "我能报考吗？", "这件事最迟哪天办完？");
        assertThat(read("/ask?q=" + encoded("补考")))
                .contains("单科合格后还能补考吗？")
                .doesNotContain("我能报考吗？");
        assertThat(read("/ask?q=xyz")).contains("没有找到这样的问题");
    }

    @Test
    void answersTheExampleOfEveryTopicWithItsClause() {
        for (var topic : policies.topics()) {
            var empty = read("/ask/" + topic.name());
            var answered = read(TopicLinks.query("/ask/" + topic.name(), topic));

            assertThat(empty).as(topic.name()).doesNotContain("jp-ruling", "jp-errors");
            assertThat(answered)
                    .as(topic.name())
                    .contains("jp-ruling__verdict", "jp-cite")
                    .doesNotContain("jp-errors");
        }
    }

    @Test
    void saysYesOrNoAndWhy() {
        assertThat(read("/ask/resit?on=2022-05-10&publishedOn=2021-11-20&resitsUsed=1"))
                .contains("<b id=\"result\">否</b>", "保留期内只有 1 次补考机会，已经用过", "浙江 2021 通知 二(二)");
        assertThat(read("/ask/resit?on=2022-05-10&publishedOn=2021-11-20&resitsUsed=0"))
                .contains("<b id=\"result\">是</b>", "2022-11-20");
    }

    @Test
    void tellsEachFaultAtItsField() {
        assertThat(read("/ask/resit?on=2022-02-30&publishedOn=2021-11-20"))
                .contains("“哪一天”的格式或取值不对", "没有给出“已补考次数”", "value=\"2022-02-30\"");
        assertThat(
                        read(
                                "/ask/resit?on=2022-05-10&publishedOn=2021-11-20&resitsUsed=1&jurisdiction=44"))
                .contains("没有适用于");
    }

    @Test
    void asksForEverythingWhereNothingWasFilledIn() {
        assertThat(read("/ask/resit?on=&publishedOn=&resitsUsed="))
                .contains("没有给出“哪一天”", "没有给出“单科成绩公布的日期”", "没有给出“已补考次数”");
    }

    @Test
    void keepsOutWhatIsNoFactOrNoTopic() {
        assertThat(read("/ask/resit?lang=zh&colour=red")).doesNotContain("jp-errors");
        assertThat(new WebClient(port).get("/ask/no-such-topic").status()).isEqualTo(404);
        var hostile = encoded("<script>alert(1)</script>{0}'");
        assertThat(read("/ask/resit?on=" + hostile + "&occupation=" + hostile))
                .doesNotContain("<script>alert(1)");
        assertThat(new WebClient(port).get("/ask/" + hostile).status()).isLessThan(500);
    }

    private String read(String path) {
        var page = new WebClient(port).get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
