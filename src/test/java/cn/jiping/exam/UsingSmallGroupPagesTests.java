package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ExamTest
class UsingSmallGroupPagesTests {
    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
    @Autowired ExamSessions sessions;
    @Autowired WebApplicationContext context;
    private SessionId session = SessionId.next();
    private String list = "";
    private String one = "";

    @BeforeEach
    void sixInHangzhou() {
        session = autumn.announced();
        autumn.registered(session, HANGZHOU, "焊工", 6);
        autumn.registered(session, NINGBO, "焊工", 12);
        autumn.becomes(PAID.plusDays(1));
        list = "/authority/exams/" + session + "/groups";
        one = list + "/" + groups.list(clerk(HANGZHOU), session).getFirst().id();
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void hideTheGroupFromTheNeighbour() {
        var neighbour = as(clerk(NINGBO));
        assertThat(neighbour.get().uri(list)).hasStatusOk().bodyText().doesNotContain("杭州市 焊工");
        assertThat(neighbour.get().uri(list + "/export")).hasStatusOk();
        assertThat(neighbour.get().uri(one)).hasStatus(404);
        for (var step : new String[] {"/proposal", "/decision", "/return"}) {
            assertThat(
                            neighbour
                                    .post()
                                    .uri(one + step)
                                    .param("measure", "MOVE")
                                    .param("day", "2022-05-21")
                                    .param("reason", "改期")
                                    .param("returned", "改期")
                                    .param("version", "0"))
                    .hasStatus(404);
        }
    }

    @Test
    void showHowManyDaysAreLeft() {
        assertThat(as(clerk(HANGZHOU)).get().uri(list))
                .bodyText()
                .contains("8月10日 24:00", "还剩 3 天");
        assertThat(as(clerk(HANGZHOU)).get().uri(one)).bodyText().contains("还剩 3 天");
        assertThat(as(clerk(HANGZHOU)).get().uri("/authority/exams/" + session + "/330100"))
                .bodyText()
                .contains("10月17日 24:00", "还剩 71 天");
        autumn.becomes(PAID.plusDays(6));
        assertThat(as(clerk(HANGZHOU)).get().uri(list)).bodyText().contains("超期 2 天");
    }

    @Test
    void keepWhatWasTypedWhereSomethingIsWrong() {
        assertThat(
                        as(clerk(HANGZHOU))
                                .post()
                                .uri(one + "/proposal")
                                .param("measure", "MOVE")
                                .param("day", "明年")
                                .param("reason", "人数少")
                                .param("version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写日期", "人数少", "明年");
        assertThat(as(clerk(HANGZHOU)).post().uri(one + "/proposal")).hasStatus(422);
    }

    @Test
    void decideAndShowWhatWasDecided() {
        assertThat(
                        as(PROVINCE_APPROVER)
                                .post()
                                .uri(one + "/decision")
                                .param("measure", "POOL")
                                .param("city", NINGBO.value())
                                .param("reason", "就近统筹")
                                .param("version", "0"))
                .hasStatus3xxRedirection();
        assertThat(as(PROVINCE_APPROVER).get().uri(one))
                .hasStatusOk()
                .bodyText()
                .contains("已决定", "统筹到宁波市考试", "就近统筹");
        assertThat(as(PROVINCE_APPROVER).get().uri(list + "?status=OPEN"))
                .bodyText()
                .contains("没有不足人数的组");
    }

    @Test
    void leadFromADecisionForAnotherDayToItsSession() {
        var approver = as(PROVINCE_APPROVER);
        assertThat(moved(approver, "2021-08-15"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写 2021-10-23 以后的日期");
        assertThat(moved(approver, "2022-06-24"))
                .hasStatus(422)
                .bodyText()
                .contains("不能改到2022年6月24日", "最迟不超过原定考试日后");

        assertThat(moved(approver, "2021-10-30")).hasStatus3xxRedirection();

        var another = sessions.onOtherDays(session).getFirst().id();
        assertThat(approver.get().uri(one))
                .bodyText()
                .contains("改到2021-10-30考试", "/authority/exams/" + another);
        var exams = "/authority/exams/";
        assertThat(as(clerk(HANGZHOU)).get().uri(exams + another))
                .bodyText()
                .contains("（改期10月30日）", "杭州市", exams + session)
                .doesNotContain(exams + another + "/groups", exams + another + "/reports");
        assertThat(as(clerk(HANGZHOU)).get().uri(exams + session))
                .bodyText()
                .contains(exams + another);
        assertThat(as(clerk(NINGBO)).get().uri(exams + another))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("杭州市");
        assertThat(as(clerk(HANGZHOU)).get().uri(exams + another + "/330100"))
                .hasStatusOk()
                .bodyText()
                .contains("焊工");
        assertThat(as(clerk(NINGBO)).get().uri(exams + another + "/330100")).hasStatus(404);
    }

    private MvcTestResult moved(MockMvcTester by, String day) {
        return by.post()
                .uri(one + "/decision")
                .param("measure", "MOVE")
                .param("day", day)
                .param("reason", "改期")
                .param("version", "0")
                .exchange();
    }

    @Test
    void tellTheProvinceAloneHowManySitElsewhere() {
        assertThat(as(PROVINCE_APPROVER).get().uri(one)).bodyText().contains("宁波市（12 人）");
        assertThat(as(clerk(HANGZHOU)).get().uri(one))
                .bodyText()
                .contains("宁波市")
                .doesNotContain("12 人");
    }
}
