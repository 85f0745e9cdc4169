package cn.jiping.registration;

import static cn.jiping.registration.RegistrationFixtures.CITY_REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.OTHER_BODY;
import static cn.jiping.registration.RegistrationFixtures.REVIEWER;
import static cn.jiping.registration.RegistrationFixtures.cityReviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.plan.PlanFixtures;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.testing.PagesAs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** 职业技能鉴定申报表: the annex of JL2017-11, its fields typed from there. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class PrintingTheApplicationFormTests {
    private static final List<String> FIELDS =
            List.of(
                    "姓名",
                    "性别",
                    "出生年月",
                    "文化程度",
                    "身份证号",
                    "工作单位",
                    "现职业",
                    "联系电话",
                    "现已持何种职业资格证书",
                    "等级",
                    "颁证机构及时间",
                    "申报职业",
                    "申报等级",
                    "已从事本职业工作年限",
                    "工作简历",
                    "鉴定成绩",
                    "理论知识",
                    "操作技能",
                    "综合评审",
                    "证书编号",
                    "职业技能鉴定中心意见：",
                    "人力资源社会保障行政部门意见：",
                    "年月日（章）",
                    "注：本表一式一份存入个人档案。");

    @Autowired WebApplicationContext context;
    @Autowired Summer summer;
    @Autowired ApplicationSheets sheets;
    private SessionView session;
    private Actor candidate;

    @BeforeEach
    void inJuly() {
        session = summer.announced();
        summer.becomes("2021-07-20");
        candidate = summer.somebody();
    }

    private byte[] printed(Actor actor, ApplicationId id) throws IOException {
        var out = new ByteArrayOutputStream();
        sheets.print(actor, id).write(out);
        return out.toByteArray();
    }

    /** Lines are broken anywhere, so spaces do not count. */
    private String text(Actor actor, ApplicationId id) throws IOException {
        try (var document = Loader.loadPDF(printed(actor, id))) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]", "");
        }
    }

    @Test
    void hasEveryFieldOfTheAnnex() throws IOException {
        var id = summer.handedIn(candidate, session);

        assertThat(text(candidate, id)).contains(FIELDS);
    }

    @Test
    void isFilledInWithWhatWasDeclared() throws IOException {
        var id = summer.admitted(candidate, session);

        assertThat(text(candidate, id))
                .contains("周启明", "1985年3月", "杭州演示重工有限公司", "焊工", "二级/技师")
                .contains("浙江省演示鉴定中心2017年5月22日", "一级/高级技师", "17年", "2004-07-01至今")
                .contains("初审通过林知夏2021-07-20", "复审通过顾明轩2021-07-20");
    }

    @Test
    void showsThePhoto() throws IOException {
        var id = summer.handedIn(candidate, session);

        try (var document = Loader.loadPDF(printed(candidate, id))) {
            var resources = document.getPage(0).getResources();
            var names = resources.getXObjectNames().iterator();
            assertThat(resources.getXObject(names.next())).isInstanceOf(PDImageXObject.class);
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 70);
            Files.createDirectories(Path.of("target/screenshots"));
            ImageIO.write(
                    picture, "png", Path.of("target/screenshots/application-form.png").toFile());
        }
    }

    @Test
    void showsNumbersInFullToTheApplicantOnly() throws IOException {
        var id = summer.handedIn(candidate, session);

        assertThat(text(candidate, id)).containsPattern("\\d{17}[\\dX]").doesNotContain("****");
        for (var staff : List.of(REVIEWER, CITY_REVIEWER)) {
            assertThat(text(staff, id)).doesNotContainPattern("\\d{17}[\\dX]").contains("****");
        }
    }

    @Test
    void isNobodyElses() {
        var id = summer.handedIn(candidate, session);
        var neighbour = cityReviewer("沈同川", PlanFixtures.NINGBO);

        for (var stranger : List.of(OTHER_BODY, neighbour, summer.somebody())) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> sheets.print(stranger, id));
        }
    }

    @Test
    void isReachedFromEveryDoor() {
        var id = summer.handedIn(candidate, session);

        assertThat(
                        PagesAs.actor(context, candidate)
                                .get()
                                .uri("/my/applications/" + id + "/sheet/pdf"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(PagesAs.actor(context, REVIEWER).get().uri("/body/reviews/" + id + "/sheet"))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(
                        PagesAs.actor(context, CITY_REVIEWER)
                                .get()
                                .uri("/authority/reviews/" + id + "/sheet"))
                .hasStatusOk();
        assertThat(PagesAs.actor(context, OTHER_BODY).get().uri("/body/reviews/" + id + "/sheet"))
                .hasStatus(404);
    }
}
