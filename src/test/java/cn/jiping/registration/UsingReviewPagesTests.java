package cn.jiping.registration;

import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.COLLEAGUE;
import static cn.jiping.registration.RegistrationFixtures.OTHER_BODY;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.cityReviewer;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class UsingReviewPagesTests {
    private static final String BODY = "/body/reviews";
    private static final String CITY = "/authority/reviews";

    @Autowired WebApplicationContext context;
    @Autowired Summer summer;
    private SessionView session;
    private ApplicationId id;

    @BeforeEach
    void handedIn() {
        session = summer.announced();
        summer.becomes("2021-07-20");
        id = summer.handedIn(summer.somebody(), session);
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void listWhatWaitsForTheReaderFirst() {
        assertThat(as(REVIEWER).get().uri(BODY))
                .hasStatusOk()
                .bodyText()
                .contains("待您审核 1 件", "周启明", "焊工 一级/高级技师", "2021-07-30", "无人认领");
        assertThat(as(CITY_REVIEWER).get().uri(CITY)).bodyText().contains("没有待您审核的报名", "没有报名");
        assertThat(as(CITY_REVIEWER).get().uri(CITY + "?status=FIRST_REVIEW"))
                .bodyText()
                .contains("周启明", "待初审");
    }

    @Test
    void findFilterAndSort() {
        assertThat(as(REVIEWER).get().uri(BODY + "?q=启明&status=&sort=-due&session=" + session.id()))
                .bodyText()
                .contains("1 件报名");
        assertThat(as(REVIEWER).get().uri(BODY + "?q=没有这个人")).bodyText().contains("0 件报名");
        assertThat(as(REVIEWER).get().uri(BODY + "?mine=true")).bodyText().contains("0 件报名");
        assertThat(as(REVIEWER).get().uri(BODY + "?status=nothing&session=x&sort=y")).hasStatusOk();
        assertThat(as(REVIEWER).get().uri(BODY + "/export")).hasStatusOk();
    }

    @Test
    void showWhatWasDeclaredBesideProofAndRuling() {
        assertThat(as(REVIEWER).get().uri(BODY + "/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("杭州演示重工有限公司", "1711003302200035", "proof.png")
                .contains("符合条件 1-1：取得二级证书后累计从事本职业满4年", "您的初审结论")
                .contains("1985年3月12日");
    }

    @Test
    void letOneTakeACaseInHandAndPutItBack() {
        assertThat(as(REVIEWER).post().uri(BODY + "/" + id + "/taking").param("version", version()))
                .hasStatus3xxRedirection();
        assertThat(as(REVIEWER).get().uri(BODY + "/" + id)).bodyText().contains("由您审核", "放回");
        assertThat(as(COLLEAGUE).get().uri(BODY + "/" + id))
                .bodyText()
                .contains("林知夏正在审核", "转由我审核");
        assertThat(decide(as(COLLEAGUE), BODY, "PASSED")).hasStatus(422);
        assertThat(as(REVIEWER).post().uri(BODY + "/" + id + "/release")).hasStatus3xxRedirection();
        assertThat(decide(as(COLLEAGUE), BODY, "PASSED")).hasStatus3xxRedirection();
    }

    @Test
    void tellAtTheFieldWhatTheConclusionLacks() {
        assertThat(decide(as(REVIEWER), BODY, "")).hasStatus(422).bodyText().contains("请选择结论");
        assertThat(decide(as(REVIEWER), BODY, "RETURNED"))
                .hasStatus(422)
                .bodyText()
                .contains("退回补正和不通过都要选明原因");
    }

    @Test
    void askOnceMoreBeforeSomebodyIsRefused() {
        var refusing =
                as(REVIEWER)
                        .post()
                        .uri(BODY + "/" + id + "/decision")
                        .param("version", version())
                        .param("outcome", "REFUSED")
                        .param("found[0].material", "CERTIFICATE")
                        .param("found[0].fault", "FALSE")
                        .param("note", "证书编号查无此证");

        assertThat(refusing)
                .hasStatusOk()
                .bodyText()
                .contains("确定“不通过”吗？", "下一等级的证书：不真实", "证书编号查无此证");
        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.FIRST_REVIEW);
        assertThat(refusing.param("sure", "true")).hasStatus3xxRedirection();
        assertThat(summer.view(id).status()).isEqualTo(ApplicationStatus.REFUSED);
    }

    @Test
    void goOnToTheNextCase() {
        var next = summer.handedIn(summer.somebody(), session);

        assertThat(as(REVIEWER).get().uri(BODY + "/" + id + "/next"))
                .hasRedirectedUrl(BODY + "/" + next);
        summer.pass(REVIEWER, next);
        assertThat(as(REVIEWER).get().uri(BODY + "/" + id + "/next")).hasRedirectedUrl(BODY);
    }

    @Test
    void showTheCityWhatTheBodyDecided() {
        summer.pass(REVIEWER, id);

        assertThat(as(CITY_REVIEWER).get().uri(CITY + "/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("林知夏", "初审", "您的复审结论");
        assertThat(decide(as(CITY_REVIEWER), CITY, "PASSED")).hasStatus3xxRedirection();
        assertThat(as(CITY_REVIEWER).get().uri(CITY + "/" + id))
                .bodyText()
                .contains("审核已通过，等待缴费")
                .doesNotContain("您的复审结论");
    }

    @Test
    void areClosedToNeighbours() {
        for (var stranger : new Actor[] {OTHER_BODY, cityReviewer("沈同川", NINGBO)}) {
            var base = OTHER_BODY.equals(stranger) ? BODY : CITY;
            var page = as(stranger);
            assertThat(page.get().uri(base + "?status=")).bodyText().contains("0 件报名");
            assertThat(page.get().uri(base + "/" + id)).hasStatus(404);
            assertThat(page.get().uri(base + "/" + id + "/next")).hasStatus(404);
            assertThat(page.post().uri(base + "/" + id + "/taking").param("version", "0"))
                    .hasStatus(404);
            assertThat(page.post().uri(base + "/" + id + "/release")).hasStatus(404);
            assertThat(decide(page, base, "PASSED")).hasStatus(404);
        }
    }

    private MockMvcTester.MockMvcRequestBuilder decide(
            MockMvcTester pages, String base, String outcome) {
        return pages.post()
                .uri(base + "/" + id + "/decision")
                .param("version", version())
                .param("outcome", outcome);
    }

    private String version() {
        return String.valueOf(summer.version(id));
    }
}
