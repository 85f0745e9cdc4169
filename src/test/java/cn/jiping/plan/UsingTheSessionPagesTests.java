package cn.jiping.plan;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, OpeningASessionTests.OneBody.class, PagesAs.class})
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
class UsingTheSessionPagesTests {
    private static final String LIST = "/authority/sessions";

    @Autowired WebApplicationContext context;
    @Autowired ExamSessions sessions;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("delete from plan.city_part").update();
        jdbc.sql("delete from plan.offering").update();
        jdbc.sql("delete from plan.session").update();
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void offerTheSessionsOfTheCalendarThatNobodyDrafted() {
        assertThat(as(CLERK).get().uri(LIST + "/new"))
                .hasStatusOk()
                .bodyText()
                .contains("批次 2021-10", "2021年7月14日", "2021年10月23日")
                .contains("/authority/sessions/new/2021-10");
    }

    @Test
    void showASessionOnAnotherDayWithTheOneItBelongsTo() {
        var parent = sessions.draft(CLERK, draft(offer("保安员")));
        sessions.announce(APPROVER, parent, 0);
        var another = sessions.onAnotherDay(APPROVER, parent, LocalDate.of(2021, 10, 30));

        for (var base : List.of("/sessions", LIST)) {
            assertThat(as(CITY).get().uri(base))
                    .hasStatusOk()
                    .bodyText()
                    .contains("（改期10月30日）", "原批次");
            assertThat(as(CITY).get().uri(base + "/" + another))
                    .hasStatusOk()
                    .bodyText()
                    .contains("不另行报名", base + "/" + parent, "2021年10月30日")
                    .doesNotContain("我要报名", "/parts/330100");
            assertThat(as(CITY).get().uri(base + "/" + parent))
                    .bodyText()
                    .contains(base + "/" + another);
        }
    }

    @Test
    void sayOfEachOccupationWhyItMayOrMayNotBeOffered() {
        assertThat(as(CLERK).get().uri(LIST + "/new/2021-10"))
                .hasStatusOk()
                .bodyText()
                .contains("浙江省2021年10月职业资格全省统一鉴定")
                .contains("保安员", "安检员", "焊工", "民航乘务员")
                .contains("由中国民用航空局实施，不由人力资源和社会保障部实施，不列入统一鉴定");
    }

    @Test
    void draftASessionAndLeadToIt() {
        assertThat(
                        as(CLERK)
                                .post()
                                .uri(LIST + "/new/2021-10")
                                .param("title", "2021年10月全省统一鉴定")
                                .param("clientKey", "one")
                                .param("rows[0].occupation", "保安员")
                                .param("rows[0].offered", "true")
                                .param("rows[0].skills", "WRITTEN")
                                .param("rows[0].review", "WRITTEN")
                                .param("rows[1].occupation", "焊工"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .startsWith(LIST + "/");
    }

    @Test
    void tellAtTheFieldWhatIsMissing() {
        assertThat(
                        as(CLERK)
                                .post()
                                .uri(LIST + "/new/2021-10")
                                .param("title", "2021年10月全省统一鉴定")
                                .param("clientKey", "two")
                                .param("rows[0].occupation", "保安员")
                                .param("rows[0].offered", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择考核方式");
    }

    @Test
    void standRowsThatAreLeftOutOrOutOfOrder() {
        assertThat(
                        as(CLERK)
                                .post()
                                .uri(LIST + "/new/2021-10")
                                .param("title", "")
                                .param("rows[7].offered", "true")
                                .param("rows[2].occupation", "焊工")
                                .param("rows[0].more.than.that", "焊工"))
                .hasStatus(422);
        assertThat(as(CLERK).post().uri(LIST + "/new/2021-10")).hasStatus(422);
        assertThat(
                        as(CLERK)
                                .post()
                                .uri(LIST + "/new/2021-10")
                                .param("rows[99999].occupation", "焊工"))
                .hasStatus(400);
    }

    @Test
    void refuseAnOccupationThatWasSlippedIn() {
        assertThat(
                        as(CLERK)
                                .post()
                                .uri(LIST + "/new/2021-10")
                                .param("title", "2021年10月全省统一鉴定")
                                .param("clientKey", "three")
                                .param("rows[0].occupation", "车工")
                                .param("rows[0].offered", "true")
                                .param("rows[0].skills", "WRITTEN")
                                .param("rows[0].review", "WRITTEN"))
                .hasStatus(422)
                .bodyText()
                .contains("车工", "不能列入统一鉴定");
    }

    @Test
    void showAnAnnouncedSessionToEverybody() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));
        var everybody = as(Actor.anybody("test"));
        assertThat(everybody.get().uri("/sessions/" + id)).hasStatus(404);

        assertThat(as(APPROVER).post().uri(LIST + "/" + id + "/announcement").param("version", "0"))
                .hasStatus3xxRedirection();

        assertThat(everybody.get().uri("/sessions/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("焊工", "杭州市", "尚未确定", "2021年10月23日")
                .doesNotContain("确定受理机构</a>");
        assertThat(everybody.get().uri("/sessions")).hasStatusOk().bodyText().contains("10月");
    }

    @Test
    void letTheCityNameItsAcceptingBody() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));
        sessions.announce(APPROVER, id, 0);
        var part = LIST + "/" + id + "/parts/" + HANGZHOU;

        assertThat(as(CITY).post().uri(part).param("version", "0").param("body", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请选择受理机构");
        assertThat(
                        as(CITY).post()
                                .uri(part)
                                .param("version", "0")
                                .param("body", PlanFixtures.BODY.toString())
                                .param("contact", "0571-00000000"))
                .hasStatus3xxRedirection();
        assertThat(as(CITY).get().uri(LIST + "/" + id))
                .bodyText()
                .contains("杭州演示职业技能评价中心", "0571-00000000");
    }

    @Test
    void hideTheFormOfAnotherCity() {
        var id = sessions.draft(CLERK, draft(offer("焊工")));
        sessions.announce(APPROVER, id, 0);

        assertThat(as(PlanFixtures.OTHER_CITY).get().uri(LIST + "/" + id + "/parts/" + HANGZHOU))
                .hasStatus(404);
    }

    @Test
    void exportTheListAndFilterIt() {
        sessions.draft(CLERK, draft(offer("焊工")));

        assertThat(as(CLERK).get().uri(LIST + "/export")).hasStatusOk();
        assertThat(as(CLERK).get().uri(LIST + "?q=统一鉴定&status=DRAFT&sort=title"))
                .bodyText()
                .contains("1 个批次");
        assertThat(as(CLERK).get().uri(LIST + "?q=没有这个")).bodyText().contains("还没有批次");
    }
}
