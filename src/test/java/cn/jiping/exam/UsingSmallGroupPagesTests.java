package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ExamTest
class UsingSmallGroupPagesTests {
    @Autowired Autumn autumn;
    @Autowired SmallGroups groups;
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
    void tellTheProvinceAloneHowManySitElsewhere() {
        assertThat(as(PROVINCE_APPROVER).get().uri(one)).bodyText().contains("宁波市（12 人）");
        assertThat(as(clerk(HANGZHOU)).get().uri(one))
                .bodyText()
                .contains("宁波市")
                .doesNotContain("12 人");
    }
}
