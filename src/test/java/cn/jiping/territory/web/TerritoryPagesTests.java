package cn.jiping.territory.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.territory.Adjustment;
import cn.jiping.territory.Territories;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        module = "territory",
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
class TerritoryPagesTests {
    private static final Actor ADMINISTRATOR = administrator(Scope.all());

    @Autowired WebApplicationContext context;
    @Autowired Territories territories;
    MockMvcTester pages;

    private static Actor administrator(Scope scope) {
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                "管理员",
                Role.ADMINISTRATOR,
                "",
                scope,
                "127.0.0.1");
    }

    @BeforeEach
    void pages() {
        pages = PagesAs.actor(context, ADMINISTRATOR);
    }

    @Test
    void showTheTreeOfAnyDay() {
        assertThat(pages.get().uri("/admin/territory?on=2021-04-08&province=330000"))
                .hasStatusOk()
                .bodyText()
                .contains("下城区", "江干区")
                .doesNotContain("临平区", "??");
        assertThat(pages.get().uri("/admin/territory?on=2021-04-09&province=330000"))
                .bodyText()
                .contains("临平区")
                .doesNotContain("下城区");
    }

    @Nested
    class WithoutAProvinceChosen {
        @Test
        void openOnTheHomeProvinceForThePlatform() {
            assertThat(pages.get().uri("/admin/territory?on=2025-01-01"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("浙江省 辖市级 11 个、县级 90 个", "杭州市")
                    .doesNotContain("长春市", "??");
        }

        @Test
        void openOnTheProvinceOneWorksIn() {
            var siping = Scope.ofDivisions(Set.of(new DivisionCode("220300")));
            assertThat(PagesAs.actor(context, administrator(siping)).get().uri("/admin/territory"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("吉林省 辖市级", "长春市")
                    .doesNotContain("杭州市");
        }
    }

    @Test
    void findPlacesOfEveryProvinceByName() {
        assertThat(pages.get().uri("/admin/territory").param("q", "朝阳"))
                .hasStatusOk()
                .bodyText()
                .contains("吉林省 · 长春市 · 朝阳区", "所有省中找到 1 个")
                .doesNotContain("??");
    }

    @Test
    void citeForEachPlaceItsOwnSource() {
        assertThat(pages.get().uri("/admin/territory/330106"))
                .bodyText()
                .contains("GB/T 2260")
                .doesNotContain("长白山");
        assertThat(pages.get().uri("/admin/territory/330102"))
                .bodyText()
                .contains("GB/T 2260", "浙江省人民政府调整杭州市部分行政区划")
                .doesNotContain("长白山");
        assertThat(pages.get().uri("/admin/territory/22L001"))
                .bodyText()
                .contains("长白山保护开发区管委会无国标代码，使用自编代码");
    }

    @Test
    void tellTheTwoClocksApart() {
        assertThat(pages.get().uri("/admin/territory/330102"))
                .bodyText()
                .contains("录入于", "（系统时钟）", "在这一天（业务日期）", "沿革（按施行日，业务日期）");
    }

    @Test
    void findPlacesByFormerNames() {
        assertThat(pages.get().uri("/admin/territory").param("q", "江干"))
                .hasStatusOk()
                .bodyText()
                .contains("江干区", "当日无效");
    }

    @Test
    void tellTheHistoryOfAPlace() {
        assertThat(pages.get().uri("/admin/territory/330102"))
                .hasStatusOk()
                .bodyText()
                .contains("承接撤销的 江干区 330104 的原有业务", "施行日文件未载明")
                .doesNotContain("??");
        assertThat(pages.get().uri("/admin/territory/330103"))
                .hasStatusOk()
                .bodyText()
                .contains("不是有效的行政区划");
    }

    @Test
    void offerAFormForEveryAdjustment() {
        for (var kind : AdjustmentKind.values()) {
            assertThat(pages.get().uri("/admin/territory/330100/adjust/" + kind.path()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("批准文件")
                    .doesNotContain("??");
        }
    }

    @Nested
    class BeforeAnAdjustment {
        @Test
        void showWhoseScopeShifts() {
            assertThat(
                            check("330825", "move")
                                    .param("other", "330700")
                                    .param("code", "330786")
                                    .param("on", "2090-01-01")
                                    .param("basis", "国务院批复"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("核对影响", "金华市 330700", "衢州市 330800", "龙游县 330825")
                    .doesNotContain("??");
        }

        @Test
        void showTheFormAgainWithTheFaultsAndTheInputKept() {
            assertThat(
                            check("330825", "move")
                                    .param("other", "")
                                    .param("code", "12")
                                    .param("on", "昨天")
                                    .param("basis", "批复甲"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("有 3 处需要修改", "批复甲", "昨天")
                    .doesNotContain("??");
        }

        @Test
        void sayWhyTheTreeRefuses() {
            assertThat(
                            check("330825", "rename")
                                    .param("name", "龙游县")
                                    .param("on", "2024-01-01")
                                    .param("basis", "批复"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("填写的内容与现状相同");
        }

        @Test
        void readEveryKindOfAdjustment() {
            ready(check("330825", "merge").param("code", "330803").param("list", "330824"));
            ready(check("330825", "merge").param("code", "330805").param("name", "龙衢区"));
            ready(
                    check("330825", "split")
                            .param("list", "330806 东龙区\n330807，西龙区")
                            .param("code", "330806"));
            ready(check("330825", "cede").param("other", "330803"));
            ready(check("330825", "authorise").param("other", "yes"));
            ready(
                    check("330800", "found")
                            .param("code", "33L001")
                            .param("name", "开发区管委会")
                            .param("level", "COUNTY"));
        }

        @Test
        void warnInRedOnlyOfWhatAbolishesAPlace() {
            var rename = check("330825", "rename").param("name", "龙山县");
            assertThat(rename.param("on", "2090-02-01").param("basis", "批复"))
                    .bodyText()
                    .contains("btn btn-primary\" type=\"submit\">确认调整");
            var merge = check("330825", "merge").param("code", "330803");
            assertThat(merge.param("on", "2090-02-01").param("basis", "批复"))
                    .bodyText()
                    .contains("btn btn-danger\" type=\"submit\">确认调整");
        }

        private void ready(MockMvcTester.MockMvcRequestBuilder request) {
            assertThat(request.param("on", "2090-02-01").param("basis", "批复"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("确认调整")
                    .doesNotContain("??");
        }

        private MockMvcTester.MockMvcRequestBuilder check(String code, String kind) {
            return pages.get().uri("/admin/territory/{code}/adjust/{kind}/check", code, kind);
        }
    }

    @Test
    void recordAConfirmedAdjustmentAndWithdrawIt() {
        var place = new DivisionCode("330881");
        var planned = LocalDate.of(2090, 3, 1);
        assertThat(
                        pages.post()
                                .uri("/admin/territory/330881/adjust/rename")
                                .param("name", "江山区")
                                .param("on", planned.toString())
                                .param("basis", "批复")
                                .param("seen", revision()))
                .hasRedirectedUrl("/admin/territory/330881");
        assertThat(territories.find(place, planned).orElseThrow().name()).isEqualTo("江山区");

        var decree = territories.changes(place).getLast().decree().id();
        assertThat(pages.get().uri("/admin/territory/decrees/" + decree))
                .hasStatusOk()
                .bodyText()
                .contains("撤回这项调整吗", "江山区");
        assertThat(
                        pages.post()
                                .uri("/admin/territory/decrees/" + decree + "/withdraw")
                                .param("reason", "作废")
                                .param("seen", revision()))
                .hasRedirectedUrl("/admin/territory");
        assertThat(territories.find(place, planned).orElseThrow().name()).isEqualTo("江山市");
    }

    @Test
    void showForADayOnlyWhatIsSoOnThatDay() {
        territories.adjust(
                ADMINISTRATOR,
                new Adjustment.Rename(new DivisionCode("330182"), "建德新城"),
                LocalDate.of(2090, 5, 1),
                "批复");

        assertThat(body("/admin/territory/330182"))
                .contains("<li>建德市 330182</li>", "以后还有变更", "以后的变更", "更名为“建德新城”")
                .doesNotContain("建德新城 330182", "??");
        assertThat(body("/admin/territory/330100")).doesNotContain("建德新城");
        assertThat(body("/admin/territory/330182?on=2090-05-01"))
                .contains("<li>建德新城 330182</li>")
                .doesNotContain("以后还有变更");
    }

    @Test
    void keepAWithdrawnAdjustmentInTheHistory() {
        var place = new DivisionCode("330127");
        var decree =
                territories.adjust(
                        ADMINISTRATOR,
                        new Adjustment.Rename(place, "淳安市"),
                        LocalDate.of(2090, 6, 1),
                        "批复");
        territories.withdraw(ADMINISTRATOR, decree, "录错了", UUID.fromString(revision()));

        assertThat(body("/admin/territory/330127"))
                .contains("已撤回", "管理员 于 ", "撤回，没有施行。原因：录错了", "更名为“淳安市”")
                .contains("/admin/territory/decrees/" + decree)
                .doesNotContain("以后还有变更", "??");
        assertThat(body("/admin/territory/decrees/" + decree))
                .contains("已撤回", "录错了", "更名为“淳安市”")
                .doesNotContain("撤回这项调整吗", "??");
    }

    private String body(String path) {
        var page = pages.get().uri(path).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String revision() {
        return territories
                .preview(
                        new Adjustment.Rename(new DivisionCode("330881"), "预览市"),
                        LocalDate.of(2095, 1, 1))
                .revision()
                .toString();
    }

    @Test
    void exportTheTreeOfADay() {
        assertThat(pages.get().uri("/admin/territory/export?on=2021-04-08"))
                .hasStatusOk()
                .hasContentType(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void refuseHostileInputWithoutAFault() {
        assertThat(check("330825", "rename", "江山\u0000", "批复\u0000x")).hasStatusOk();
        assertThat(pages.get().uri("/admin/territory?on=nonsense")).hasStatus(400);
        assertThat(pages.get().uri("/admin/territory/33082%00")).hasStatus4xxClientError();
        assertThat(pages.get().uri("/admin/territory/330825/adjust/destroy")).hasStatus(404);
        assertThat(
                        pages.post()
                                .uri("/admin/territory/330825/adjust/rename")
                                .param("name", "龙游市")
                                .param("on", "2024-01-01")
                                .param("basis", "批复\u0000")
                                .param("seen", revision()))
                .hasStatus(400);
    }

    private MockMvcTester.MockMvcRequestBuilder check(
            String code, String kind, String name, String basis) {
        return pages.get()
                .uri("/admin/territory/{code}/adjust/{kind}/check", code, kind)
                .param("name", name)
                .param("on", "2024-01-01")
                .param("basis", basis);
    }

    @Nested
    class AsOpenData {
        @Test
        void refuseWhatIsNoCodeOrDay() {
            assertThat(pages.get().uri("/api/v1/divisions?parent=x")).hasStatus(400);
            assertThat(pages.get().uri("/api/v1/divisions?on=x")).hasStatus(400);
            assertThat(pages.get().uri("/api/v1/divisions/999999")).hasStatus(404);
        }

        @Test
        void listTheProvincesAndTheirCities() {
            assertThat(pages.get().uri("/api/v1/divisions"))
                    .bodyJson()
                    .extractingPath("$[*].name")
                    .asArray()
                    .containsExactly("吉林省", "浙江省");
            assertThat(pages.get().uri("/api/v1/divisions?parent=330000&on=2025-01-01"))
                    .bodyJson()
                    .extractingPath("$.length()")
                    .isEqualTo(11);
        }

        @Test
        void tellOnePlaceOnADay() {
            assertThat(pages.get().uri("/api/v1/divisions/220381?on=2020-06-18"))
                    .bodyJson()
                    .isStrictlyEqualTo(
                            """
                            {"code": "220381", "name": "公主岭市", "fullName": "吉林省 · 四平市 · 公主岭市",
                             "level": "COUNTY", "parent": "220300", "from": null, "until": "2020-06-19",
                             "marks": {"authorised": true, "ownCode": false}}
                            """);
        }
    }
}
