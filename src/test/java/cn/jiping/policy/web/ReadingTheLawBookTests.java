package cn.jiping.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.draw.CitableLaw;
import cn.jiping.policy.Policies;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import cn.jiping.web.CitedLaw;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class ReadingTheLawBookTests {
    @LocalServerPort int port;
    @Autowired Policies policies;
    @Autowired CitedLaw law;
    @Autowired CitableLaw citable;
    private WebClient citizen;

    @BeforeEach
    void citizen() {
        citizen = new WebClient(port);
    }

    @Test
    void beginsWithTheDocuments() {
        assertThat(read("/law"))
                .contains("浙江 2021 通知", "吉人社办字〔2017〕11号", "浙江省", "吉林省", "全国")
                .contains("2021-01-01 起", "2017-01-01 至 2017-12-31", "已停用");
    }

    @Test
    void findsClausesByWordPlaceKindAndStanding() {
        assertThat(read("/law?q=" + encoded("题卡 答卷")))
                .contains("浙江 2021 通知 二(二)")
                .doesNotContain("浙江 2021 通知 一(一)1");
        assertThat(read("/law?q=" + encoded("二（二）") + "&jurisdiction=33&standing=IN_FORCE"))
                .contains("浙江 2021 通知 二(二)")
                .doesNotContain("吉人社办字〔2017〕11号 二");
        assertThat(read("/law?kind=EFFORT&document=JL2017-11"))
                .contains("吉人社办字〔2017〕11号 一", "号召")
                .doesNotContain("吉人社办字〔2017〕11号 七(四)");
        assertThat(read("/law?q=" + encoded("没有这样的词"))).contains("没有找到这样的条款");
    }

    @Test
    void showsAClauseWithItsValuesThroughTimeAndWhereTheyAreUsed() {
        assertThat(read("/law/ZJ2021/" + encoded("二(二)")))
                .contains("补考", "保留期 1年", "补考次数 1", "浙江省", "2021-01-01 起")
                .contains("期限事项 题卡、答卷送交，鉴定方式 统一鉴定，工作日 1")
                .contains("2021-01-01 至 2023-11-15", "2023-11-16 起")
                .contains("单科合格后还能补考吗？", "/api/v1/decisions/resit?");
    }

    @Test
    void saysWhatAClauseThatIsNoRuleIs() {
        assertThat(read("/law/JL2017-11/" + encoded("十(二)"))).contains("号召努力做到，不据以判定具体事项");
        assertThat(read("/law/ZJ2021/" + encoded("二"))).contains("这一条是标题");
        assertThat(read("/law/JL2017-11/" + encoded("七(五)"))).contains("对应的功能要求：F1、F8");
    }

    @Test
    void hasAPageForEveryDocumentAndClause() {
        for (var document : policies.book().documents()) {
            read("/law/" + document.shortName());
            for (var clause : document.clauses()) {
                assertThat(read(LawAddresses.path(document.source(clause)))).contains("<h1>", "概括");
            }
        }
    }

    @Test
    void knowsTheWayFromEverySourceOfTheBook() {
        for (var page : policies.book().pages()) {
            assertThat(page.sources())
                    .allSatisfy(source -> assertThat(law.address(source)).isPresent());
        }
        assertThat(law.address(new Source.Clause("ZJ2021", "二（二）")))
                .contains("/law/ZJ2021/%E4%BA%8C(%E4%BA%8C)");
        assertThat(law.address(new Source.Clause("ZJ2021", "九九"))).isEmpty();
        assertThat(law.address(new Source.Clause("某公告", "一"))).isEmpty();
    }

    @Test
    void offersDrawsTheDocumentsInForceInTheirPlace() {
        var hangzhou = Scope.ofDivisions(Set.of(new DivisionCode("330100")));

        assertThat(citable.inForce(hangzhou, LocalDate.of(2023, 11, 15)))
                .extracting(CitableLaw.Document::shortName)
                .containsExactly("MHRSS2020-80", "ZJ2020-27", "ZJ2021", "ZJ2022-16");
        assertThat(citable.inForce(hangzhou, LocalDate.of(2023, 11, 16)))
                .filteredOn(document -> document.address().equals("/law/ZJ2023-20"))
                .flatExtracting(CitableLaw.Document::clauses)
                .extracting(CitableLaw.Clause::number)
                .contains("二(五)", "三(二)")
                .doesNotContain("九九");
        assertThat(citable.inForce(Scope.all(), LocalDate.of(2017, 6, 1)))
                .extracting(CitableLaw.Document::shortName)
                .containsExactly("JL2017-11");
    }

    @Test
    void showsTheValuesOfADayOrThroughTime() {
        assertThat(read("/law/values?size=200")).contains("补考", "2017-01-01 至 2017-12-31");
        assertThat(read("/law/values?on=2024-05-01&jurisdiction=33&size=200"))
                .contains("期限事项 整改完成", "2023-11-16 起")
                .doesNotContain("2021-01-01 至 2023-11-15");
        assertThat(read("/law/values?on=1900-01-01")).contains("没有找到这样的取值");
        assertThat(read("/law/values?on=2021-02-30")).contains("请按 2024-09-01 的样子填日期");
    }

    @Test
    void sortsTheValuesByPagePlaceOrDay() {
        assertThat(read("/law/values?sort=-from&size=1")).contains("2024-01-01 起");
        assertThat(read("/law/values?sort=from&size=1")).contains("1949-10-01 起");
        assertThat(read("/law/values?sort=-place&size=1")).contains("浙江省</td>");
        assertThat(read("/law/values?sort=sideways&size=1")).contains("准入类职业");
    }

    @Test
    void namesWhatNoDocumentSays() {
        assertThat(read("/law/practice")).contains("从哪天数起", "当天计入 否", "起算");
    }

    @Test
    void givesEverythingAsFiles() {
        var clauses = citizen.get("/law/clauses.csv");
        assertThat(clauses.text()).startsWith("\uFEFF地区,文件,文号,条款");
        assertThat(clauses.text()).contains("浙江省,浙江 2021 通知,,二(二),");
        assertThat(citizen.get("/law/values.csv?jurisdiction=22").text())
                .contains("吉林省,补考,score/resit,2017-01-01,2017-12-31,已停用")
                .doesNotContain("浙江省,");
        assertThat(citizen.get("/law/clauses.xlsx").header("Content-Type").orElse(""))
                .contains("spreadsheet");
        assertThat(citizen.get("/law/values.xlsx").status()).isEqualTo(200);
        assertThat(citizen.get("/law/values.csv?on=gestern").status()).isEqualTo(400);
    }

    @Test
    void saysWhichDocumentOrClauseIsNotThere() {
        var document = citizen.get("/law/ZJ1999");
        var clause = citizen.get("/law/ZJ2021/" + encoded("九(九)"));

        assertThat(document.status()).isEqualTo(404);
        assertThat(document.text()).contains("法规库里没有“ZJ1999”这份文件");
        assertThat(clause.status()).isEqualTo(404);
        assertThat(clause.text()).contains("《ZJ2021》里没有“九(九)”这一条");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table law; --",
                "<script>alert(1)</script>",
                "${7*7}",
                "{0} '{1'",
                "%",
                "../../etc/passwd",
                "\u202E\uD83D\uDE00",
                "-1",
                "99999999999999999999"
            })
    void answersAnythingWithoutFailing(String anything) {
        var word = encoded(anything);
        for (var path :
                new String[] {
                    "/law?q=" + word + "&kind=" + word + "&standing=" + word + "&document=" + word,
                    "/law?q=a&page=" + word,
                    "/law/values?q=" + word + "&on=" + word + "&jurisdiction=" + word,
                    "/law/values.csv?on=" + word,
                    "/law/" + word,
                    "/law/ZJ2021/" + word,
                    "/law/" + word + "/" + word
                }) {
            var page = citizen.get(path);

            assertThat(page.status()).as(path).isLessThan(500);
            assertThat(page.text()).doesNotContain("<script>alert(1)", "Exception");
        }
    }

    private String read(String path) {
        var page = citizen.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.text();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
