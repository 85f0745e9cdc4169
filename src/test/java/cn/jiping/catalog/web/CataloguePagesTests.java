package cn.jiping.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "catalog",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
class CataloguePagesTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String IN_2024 = "on=2024-03-12";

    @Autowired WebApplicationContext context;
    MockMvcTester pages;

    @BeforeEach
    void pages() {
        pages = PagesAs.actor(context, Actor.anybody("127.0.0.1"));
    }

    @Test
    void listTwentyOfTheWholeCatalogue() {
        assertThat(pages.get().uri("/occupations?" + IN_2024))
                .hasStatusOk()
                .bodyText()
                .contains("205 个职业，浙江省 2024年3月12日", "设备点检员", "第 1–20 项，共 205 项")
                .doesNotContain("车工<", "??");
    }

    @Test
    void findByInitialsAndKeepTheQueryInEveryLink() {
        assertThat(pages.get().uri("/occupations?q=cg&place=22&" + IN_2024))
                .hasStatusOk()
                .bodyText()
                .contains(">车工<", "已退出目录", "2020-09-30（第 1 批）", "吉林省")
                .contains("/occupations/export?q=cg&amp;place=22&amp;on=2024-03-12")
                .contains("/occupations.csv?q=cg&amp;place=22&amp;on=2024-03-12")
                .contains("?place=22&amp;on=2024-03-12")
                .doesNotContain(">焊工<");
    }

    @Test
    void filterByStatusAndDepartment() {
        assertThat(pages.get().uri("/occupations?status=ACCESS&" + IN_2024))
                .bodyText()
                .contains("8 个职业", ">焊工<", ">森林消防员<")
                .doesNotContain(">车工<");
        assertThat(pages.get().uri("/occupations").param("department", "公安部"))
                .bodyText()
                .contains("1 个职业", ">保安员<");
    }

    @Test
    void sayWhatToDoWhereNothingIsFound() {
        assertThat(pages.get().uri("/occupations?q=炼丹师"))
                .hasStatusOk()
                .bodyText()
                .contains("0 个职业", "没有找到职业", "列出全部职业");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "1000000", "999999999", "99999999999999999999999999"})
    void sayThatAPageIsNotThere(String page) {
        assertThat(pages.get().uri("/occupations?page=" + page))
                .hasStatusOk()
                .bodyText()
                .containsAnyOf("这一页没有内容", "设备点检员");
    }

    @ParameterizedTest
    @CsvSource({
        "on, 2021-02-30, 这不是日历上的一天",
        "on, 昨天, 这不是日历上的一天",
        "on, 99999-01-01, 不是日历上的一天",
        "place, 99, 没有这个省份的规定",
        "place, <script>, 没有这个省份的规定",
        "status, GONE, 没有这种目录状态",
        "department, 炼丹司, 没有这个实施部门"
    })
    void sayAtTheFieldWhatCannotBeUnderstood(String field, String typed, String said) {
        assertThat(pages.get().uri("/occupations").param(field, typed))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(said, "href=\"#" + field + "\"", "id=\"" + field + "-error\"")
                .contains("查询条件有误", "205 个职业");
    }

    @Test
    void showWhereAnOccupationStandsAndWhy() {
        assertThat(pages.get().uri("/occupations/车工?" + IN_2024))
                .hasStatusOk()
                .bodyText()
                .contains("已退出目录", "可以做职业技能等级认定", "2020年9月30日起退出目录，属第 1 批")
                .contains("2020-07-21", "2020-09-29", "至今", "所选日期")
                .contains("文件没有写这个职业的工种", "第 21 项 机械冷加工人员", "人力资源和社会保障部")
                .doesNotContain("??");
    }

    @Test
    void openExactlyOneKindOfEvaluation() {
        var page = pages.get().uri("/occupations/焊工?" + IN_2024).exchange();

        assertThat(page).bodyText().containsOnlyOnce(">可以<").contains(">不可以<");
    }

    @Test
    void showWhatIsArrangedForADayBeforeTheExit() {
        assertThat(pages.get().uri("/occupations/车工?on=2020-09-29"))
                .bodyText()
                .contains("水平评价类", "可以做职业资格鉴定", "2020年9月30日退出目录");
    }

    @Test
    void sayThatNoDocumentSpeaksOfTheDay() {
        assertThat(pages.get().uri("/occupations/车工?on=2019-01-01"))
                .hasStatusOk()
                .bodyText()
                .contains("没有文件说明这个职业在这个地区、这一天的目录状态", "状态沿革");
    }

    @Test
    void nameTheLevelsAClauseNames() {
        assertThat(pages.get().uri("/occupations/焊工?" + IN_2024))
                .bodyText()
                .contains("文件没有逐个职业写等级。对这类评价", "一级/高级技师", "五级/初级工");
        assertThat(pages.get().uri("/occupations/涉外秘书?" + IN_2024))
                .bodyText()
                .contains("秘书（涉外秘书）", "涉外秘书 ");
    }

    @Test
    void keepTheOccupationWhenTheDayIsImpossible() {
        assertThat(pages.get().uri("/occupations/焊工?on=2021-02-29&place=33"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("焊工", "这不是日历上的一天");
    }

    @ParameterizedTest
    @ValueSource(strings = {"炼丹师", "0", "-1", "null", "<script>", "' or 1=1 --"})
    void doNotKnowOccupationsThatNoDocumentNames(String name) {
        assertThat(pages.get().uri("/occupations/{name}", name)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void exportTheListAsAWorkbook() throws Exception {
        var answer = pages.get().uri("/occupations/export?q=hg&" + IN_2024).exchange();
        var book = answer.getResponse().getContentAsByteArray();

        assertThat(answer).hasStatusOk();
        try (var workbook =
                new org.apache.poi.xssf.usermodel.XSSFWorkbook(new ByteArrayInputStream(book))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(cells(sheet.getRow(0))).startsWith("序号", "职业", "职业编码", "附件序号");
            assertThat(rows(sheet))
                    .anySatisfy(row -> assertThat(row).contains("焊工", "准入类", "职业资格鉴定"));
        }
    }

    private static List<List<String>> rows(org.apache.poi.ss.usermodel.Sheet sheet) {
        return java.util.stream.StreamSupport.stream(sheet.spliterator(), false)
                .map(CataloguePagesTests::cells)
                .toList();
    }

    private static List<String> cells(org.apache.poi.ss.usermodel.Row row) {
        return java.util.stream.StreamSupport.stream(row.spliterator(), false)
                .map(Object::toString)
                .toList();
    }

    @Test
    void giveTheSameListAsCommaSeparatedValues() throws Exception {
        var answer = pages.get().uri("/occupations.csv?" + IN_2024).exchange();
        var text = answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        var lines = text.lines().toList();

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/csv");
        assertThat(lines).hasSize(206);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "\uFEFFnumber,occupation,code,categoryNumber,category,departments,status,"
                                + "pendingAccess,exitedOn,leavesOn,batch,kind,document,clause,"
                                + "practice,namedInDocument,namedInClause");
        assertThat(lines)
                .contains(
                        "193,焊工,6-18-02-04,,,人力资源和社会保障部,ACCESS,false,,,,QUALIFICATION,"
                                + "ZJ2020-27,一,,ZJ2020-27,一")
                .contains(
                        "2,电工,6-31-01-03,1,机械设备修理人员,应急管理部、人力资源和社会保障部,EXITED,false,"
                                + "2020-12-31,,2,SKILL_LEVEL,MHRSS2020-80,二,,MHRSS2020-80,附件");
    }

    @Test
    void giveOpenDataThatExplainsItsFields() {
        var listing = json("/api/v1/occupations?q=车工&place=22&" + IN_2024);
        var row = listing.path("occupations").get(0);

        assertThat(listing.path("jurisdiction").asString()).isEqualTo("22");
        assertThat(listing.path("asOf").asString()).isEqualTo("2024-03-12");
        assertThat(listing.path("total").asInt()).isEqualTo(1);
        assertThat(listing.path("fields").valueStream().map(f -> f.path("name").asString()))
                .containsAll(row.propertyNames());
        assertThat(row.path("status").asString()).isEqualTo("EXITED");
        assertThat(row.path("exitedOn").asString()).isEqualTo("2020-09-30");
        assertThat(row.path("batch").asInt()).isEqualTo(1);
        assertThat(row.path("document").asString()).isEqualTo("MHRSS2020-80");
        assertThat(row.path("clause").asString()).isEqualTo("二");
    }

    @Test
    void nameTheParameterThatTheOpenDataCannotUnderstand() {
        var answer = pages.get().uri("/api/v1/occupations?on=2021-02-30").exchange();

        assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(answer).bodyText().contains("\"field\":\"on\"").doesNotContain("2021-02-30");
        assertThat(pages.get().uri("/occupations.csv?status=x")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(pages.get().uri("/occupations/export?place=x"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    private JsonNode json(String path) {
        try {
            var answer = pages.get().uri(path).exchange();
            assertThat(answer).hasStatusOk();
            return JSON.readTree(answer.getResponse().getContentAsByteArray());
        } catch (RuntimeException e) {
            throw new AssertionError(path, e);
        }
    }
}
