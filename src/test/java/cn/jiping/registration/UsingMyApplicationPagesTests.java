package cn.jiping.registration;

import static cn.jiping.registration.RegistrationFixtures.candidate;
import static cn.jiping.registration.RegistrationFixtures.welder;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class UsingMyApplicationPagesTests {
    private static final String LIST = "/my/applications";

    @Autowired WebApplicationContext context;
    @Autowired Summer summer;
    @Autowired Applications applications;
    private SessionView session;
    private Actor person;

    @BeforeEach
    void announced() {
        session = summer.announced();
        person = summer.somebody();
        summer.becomes("2021-07-20");
    }

    private MockMvcTester pages() {
        return as(person);
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void leadFromTheAnnouncementToTheFirstStep() {
        var offering = session.offerings().getFirst();

        assertThat(pages().get().uri(LIST + "/new?session=" + session.id()))
                .hasStatusOk()
                .bodyText()
                .contains(offering.occupation(), "杭州市")
                .doesNotContain("宁波市");
        assertThat(
                        pages().post()
                                .uri(LIST)
                                .param("session", session.id().toString())
                                .param("city", "330100")
                                .param("offering", offering.id().toString())
                                .param("clientKey", "one"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/form/photo");
    }

    @Test
    void tellAtTheFieldWhatWasNotChosen() {
        assertThat(
                        pages().post()
                                .uri(LIST)
                                .param("session", session.id().toString())
                                .param("city", "")
                                .param("offering", "none"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择职业", "请选择报名的市");
    }

    @Test
    void sendSomebodyUnknownToSayWhoTheyAre() {
        assertThat(as(candidate(null)).get().uri(LIST + "/new?session=" + session.id()))
                .hasStatusOk()
                .bodyText()
                .contains("请先登记您的身份信息", "/account/identity");
    }

    @Test
    void sayWithTheClauseThatRegistrationIsOver() {
        summer.becomes("2021-07-29");

        assertThat(pages().get().uri(LIST + "/new?session=" + session.id()))
                .hasStatusOk()
                .bodyText()
                .contains("报名已于2021年7月28日 24:00 截止", "浙江 2021 通知 一(二)");
    }

    @Test
    void leadBackToWhatWasBegun() {
        var id = summer.begin(person, session);

        assertThat(pages().get().uri(LIST + "/new?session=" + session.id()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(LIST + "/" + id);
        assertThat(pages().get().uri(LIST + "/" + id))
                .bodyText()
                .contains("还没有填完：照片、学历和单位、工作经历、申报条件、证明材料", "7月28日 24:00");
        assertThat(pages().get().uri(LIST)).bodyText().contains("焊工 一级/高级技师", "填写中");
    }

    @Test
    void keepWhatWasTypedAndTellEachFieldWhatIsWrong() {
        var id = summer.begin(person, session);

        assertThat(
                        pages().post()
                                .uri(form(id, "background"))
                                .param("version", "0")
                                .param("school", "杭州演示职业学院")
                                .param("education", "SCHOOL"))
                .hasStatus(422)
                .bodyText()
                .contains("杭州演示职业学院", "请选择学历", "请填写专业，不超过 60 个字");
        assertThat(
                        pages().post()
                                .uri(form(id, "history"))
                                .param("version", "0")
                                .param("rows[0].from", "2020-01-01")
                                .param("rows[0].until", "2019-01-01")
                                .param("rows[2].employer", "杭州演示重工有限公司"))
                .hasStatus(422)
                .bodyText()
                .contains("结束日期不能早于开始日期", "请填写开始日期");
        assertThat(
                        pages().post()
                                .uri(form(id, "certificates"))
                                .param("version", "0")
                                .param("rows[0].occupation", "焊工")
                                .param("rows[0].issuedOn", "2031-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("发证日期应是今天或者以前的日期");
    }

    @Test
    void giveOneMoreRowWhenAskedTo() {
        var id = summer.begin(person, session);

        assertThat(
                        pages().post()
                                .uri(form(id, "history"))
                                .param("version", "0")
                                .param("more", "true")
                                .param("rows[0].employer", "杭州演示重工有限公司"))
                .hasStatusOk()
                .bodyText()
                .contains("杭州演示重工有限公司", "经历 2");
        assertThat(
                        pages().post()
                                .uri(form(id, "certificates"))
                                .param("version", "0")
                                .param("more", "true")
                                .param("rows[0].occupation", "焊工"))
                .hasStatusOk()
                .bodyText()
                .contains("证书 2");
    }

    @Test
    void showTheRulingWithItsSourceAndWhenItWillBeMet() {
        var id = summer.begin(person, session);
        applications.write(person, id, 0, welder(LocalDate.of(2017, 9, 30)));

        assertThat(pages().get().uri(form(id, "condition")))
                .hasStatusOk()
                .bodyText()
                .contains("还不符合申报条件", "到2021年9月30日可以符合条件", "取得二级证书后累计从事本职业满4年");
        assertThat(pages().post().uri(form(id, "condition")).param("condition", "1-1"))
                .hasStatus(422);
    }

    @Test
    void takeTheConditionThatIsMet() {
        var id = summer.begin(person, session);
        applications.write(person, id, 0, welder().claiming(null));

        assertThat(
                        pages().post()
                                .uri(form(id, "condition"))
                                .param("version", "1")
                                .param("condition", "1-1"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(form(id, "materials"));
        assertThat(pages().get().uri(form(id, "materials")))
                .bodyText()
                .contains("工作年限证明", "下一等级的证书", "待上传");
    }

    @Test
    void tellWhatIsWrongWithAFile() {
        var id = summer.begin(person, session);
        var small = new MockMultipartFile("file", "a.png", null, RegistrationFixtures.image(9, 9));

        assertThat(
                        pages().post()
                                .uri(LIST + "/" + id + "/materials/PHOTO")
                                .multipart()
                                .file(small)
                                .param("version", "0")
                                .param("clientKey", "a"))
                .hasStatus(422)
                .bodyText()
                .contains("图片太小，至少要 390 × 567 像素");
        assertThat(
                        pages().post()
                                .uri(LIST + "/" + id + "/materials/PHOTO")
                                .param("version", "0")
                                .param("clientKey", "b"))
                .hasStatus(422)
                .bodyText()
                .contains("请先选择文件");
    }

    @Test
    void wantThePromiseAndTheWholeFormBeforeItIsHandedIn() {
        var id = summer.begin(person, session);
        var submission = LIST + "/" + id + "/submission";

        assertThat(pages().post().uri(submission).param("version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("请先勾选承诺");
        assertThat(pages().post().uri(submission).param("version", "0").param("promised", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("还不能提交", "照片、学历和单位");
    }

    @Test
    void showWhatWasHandedInAndNoFormAnyMore() {
        var id = summer.filledIn(person, session);

        assertThat(pages().get().uri(LIST + "/" + id + "/check"))
                .hasStatusOk()
                .bodyText()
                .contains("杭州演示重工有限公司", "1711003302200035", "承诺并提交", "proof.png");
        assertThat(
                        pages().post()
                                .uri(LIST + "/" + id + "/submission")
                                .param("version", String.valueOf(summer.version(id)))
                                .param("promised", "true"))
                .hasStatus3xxRedirection();
        assertThat(pages().get().uri(LIST + "/" + id))
                .bodyText()
                .contains("已提交，等待初审", "取回修改", "符合条件 1-1");
        assertThat(pages().get().uri(LIST + "/" + id + "/check"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("承诺并提交");
        assertThat(pages().get().uri(form(id, "history"))).hasStatus(404);
    }

    @Test
    void printTheFormThatIsArchived() {
        var id = summer.handedIn(person, session);

        assertThat(pages().get().uri(LIST + "/" + id + "/sheet"))
                .hasStatusOk()
                .bodyText()
                .contains("职业技能鉴定申报表", "1985-03", "高等职业学校", "杭州演示重工有限公司")
                .contains("浙江省演示鉴定中心 2017年5月22日", "17 年", "综合评审", "证书编号");
    }

    @Test
    void askBeforeTheyTakeBackOrWithdraw() {
        var id = summer.handedIn(person, session);
        var back = LIST + "/" + id + "/taking-back";
        var withdrawal = LIST + "/" + id + "/withdrawal";

        assertThat(pages().get().uri(back)).hasStatusOk().bodyText().contains("取回修改吗？");
        assertThat(pages().post().uri(back).param("version", version(id)))
                .hasStatus3xxRedirection();
        assertThat(pages().get().uri(withdrawal)).bodyText().contains("撤回这个报名吗？");
        assertThat(pages().post().uri(withdrawal).param("version", version(id)))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");
        assertThat(
                        pages().post()
                                .uri(withdrawal)
                                .param("version", version(id))
                                .param("reason", "因病不能参加"))
                .hasStatus3xxRedirection();
        assertThat(pages().get().uri(LIST + "/" + id)).bodyText().contains("已撤回", "因病不能参加");
    }

    private String version(ApplicationId id) {
        return String.valueOf(summer.version(id));
    }

    @Test
    void areNobodyElses() {
        var id = summer.handedIn(person, session);
        var stranger = as(summer.somebody());

        for (var path :
                List.of(
                        "",
                        "/check",
                        "/sheet",
                        "/withdrawal",
                        "/taking-back",
                        "/form/photo",
                        "/form/background",
                        "/form/certificates",
                        "/form/history",
                        "/form/condition",
                        "/form/materials")) {
            assertThat(stranger.get().uri(LIST + "/" + id + path)).as(path).hasStatus(404);
        }
        for (var path :
                List.of(
                        "/submission?version=0&promised=true",
                        "/withdrawal?version=0&reason=x",
                        "/taking-back?version=0",
                        "/materials/PHOTO/removal?version=0",
                        "/form/background",
                        "/form/certificates",
                        "/form/history",
                        "/form/condition")) {
            assertThat(stranger.post().uri(LIST + "/" + id + path)).as(path).hasStatus(404);
        }
    }

    private static String form(ApplicationId id, String step) {
        return LIST + "/" + id + "/form/" + step;
    }
}
