package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.CENTRE;
import static cn.jiping.draw.DrawFixtures.HEAD_OF_BODY;
import static cn.jiping.draw.DrawFixtures.REFERENCE;
import static cn.jiping.draw.DrawFixtures.SECRET_A;
import static cn.jiping.draw.DrawFixtures.SECRET_B;
import static cn.jiping.draw.DrawFixtures.VALUE;
import static cn.jiping.draw.DrawFixtures.actor;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Choice;
import cn.jiping.web.Excel;
import cn.jiping.web.PickList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class, KnownLaw.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class UsingTheDrawPagesTests {
    private static final Actor AUDITOR = actor("审计员", Role.AUDITOR, Scope.all());
    private static final Actor ELSEWHERE =
            actor("宁波经办", Role.CITY_CLERK, Scope.ofDivisions(Set.of(new DivisionCode("330200"))));
    private static final String POOL =
            """
            编号\t名称\t权重\t组别\t单位\t排除原因\t依据文件\t依据条款
            KP1\t水知白\t1\t高级考评员\t甲厂\t\t\t
            KP2\t葛明远\t2\t考评员\t乙厂\t\t\t
            KP3\t窦以安\t1\t考评员\t丙厂\t\t\t
            KP4\t姜景行\t1\t高级考评员\t丁厂\t\t\t
            KP5\t林怀瑾\t\t\t\t现工作单位就是本次评价机构\tZJ2022-16\t五(五)
            """;

    /** What the module territory would offer. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Known {
        @Bean
        PickList places() {
            return known(PickList.Kind.PLACE, new Choice("330100", "杭州市"));
        }

        private static PickList known(PickList.Kind kind, Choice choice) {
            return new PickList() {
                @Override
                public Kind kind() {
                    return kind;
                }

                @Override
                public List<Choice> choices(Actor actor) {
                    return List.of(choice);
                }
            };
        }
    }

    @Autowired WebApplicationContext context;
    @Autowired Draws draws;
    @Autowired BusinessClock clock;

    @Test
    void showsWhatWouldBeAnnouncedAndAnnouncesIt() {
        var form = form();

        var preview = post(CENTRE, "/authority/draws/preview", form);
        assertThat(preview).hasStatusOk();
        assertThat(body(preview))
                .containsSubsequence(
                        "名单 4，排除 1；抽取 2，候补 1",
                        "考评员随机抽取",
                        "抽取考评员",
                        form.get("heading.subject"),
                        "杭州市",
                        "二(五)",
                        "不公布，只公布编号",
                        String.valueOf(form.get("times.commitBy")).replace('T', ' '),
                        "立即公开",
                        "杭州市技能评价中心（主管部门）",
                        "钱江职业技能培训学校（评价机构）",
                        "福利彩票3D 2024093期开奖号码",
                        "中国福利彩票官方网站",
                        "抽取 2，候补 1",
                        "水知白",
                        "现工作单位就是本次评价机构",
                        "KP5 林怀瑾",
                        "五(五)")
                .doesNotContain("回避", "??");

        var announced = post(CENTRE, "/authority/draws", form);
        assertThat(announced).hasStatus3xxRedirection();
        var page = get(CENTRE, location(announced));
        assertThat(page).contains("等待承诺", "取消本次抽取", "现工作单位就是本次评价机构", "KP5 林怀瑾");
    }

    @Test
    void goesBackFromTheSummaryWithEverythingKept() {
        var form = form();
        form.put("edit", "true");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("<legend>什么时候</legend>", "福利彩票3D 2024093期开奖号码", "水知白")
                .contains("value=\"" + form.get("times.commitBy") + "\"");
    }

    @Test
    void announcesOnceForADoubleClick() {
        var form = form();

        var first = location(post(CENTRE, "/authority/draws", form));
        var second = location(post(CENTRE, "/authority/draws", form));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void tellsEveryFaultAtItsFieldAndKeepsTheInput() {
        var form = form();
        form.put("pool", POOL + "\t无号\t\t\t\t\t\t\nKP1\t重号\t零\t\t\t\t\t\n");
        form.put("rules.drawn", "x");
        form.put("times.commitBy", "");

        var page = post(CENTRE, "/authority/draws/preview", form);

        assertThat(page).hasStatus(422);
        assertThat(body(page))
                .contains("第 7 行没有编号", "第 8 行的权重“零”")
                .contains("“抽取数量”请填写整数", "请填写“承诺截止”")
                .contains("杭州市技能评价中心", "重号");
    }

    @Test
    void tellsAllFaultsAtOnceInTheOrderOfTheForm() {
        var form = form();
        form.put("heading.title", "");
        form.put("times.revealBy", form.get("times.commitBy"));
        form.put("rules.alternates", "二");
        form.put("pool", POOL + "KP1\t重号\t零\t\t\t\t\t\n");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .containsSubsequence(
                        "有 5 处需要修改",
                        "请填写“名称”",
                        "公布密数的期限必须晚于公开随机数产生的时刻",
                        "“候补数量”请填写整数",
                        "第 7 行的权重“零”",
                        "编号 KP1 重复",
                        "<legend>抽取什么</legend>");
    }

    @Test
    void doesNotJudgeWhatRestsOnWhatItCouldNotRead() {
        var form = form();
        form.put("rules.drawn", "");
        form.put("heading.division", "");
        form.put("seats.labelB", "");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("有 3 处需要修改", "“抽取数量”请填写整数", "请填写“承诺方乙名称”");
    }

    @Test
    void looksAtThePublicValueBeforeItStands() {
        var id = announce();
        take(CENTRE, "/authority/draws/" + id + "/commitments/A", secret(SECRET_A));
        take(HEAD_OF_BODY, "/body/draws/" + id + "/commitments/B", secret(SECRET_B));
        clock.moveTo(draws.find(CENTRE, id).announcement().times().publicValueFrom());
        var path = "/authority/draws/" + id + "/public-value";

        var look = post(CENTRE, path, Map.of("value", "  3 8 1", "reference", REFERENCE));

        assertThat(look).hasStatusOk();
        assertThat(body(look)).contains("3␣8␣1", "其中 2 个空格", "首尾的空格已经去掉", REFERENCE);
        assertThat(draws.find(CENTRE, id).progress().publicValue()).isNull();
        take(CENTRE, path, Map.of("value", "3 8 1", "reference", REFERENCE, "step", "fix"));
        assertThat(get(CENTRE, "/authority/draws/" + id)).contains("3 8 1");
    }

    @Test
    void explainsRulesNobodyCouldFulfil() {
        var form = form();
        form.put("rules.first.value", "高级考评员");
        form.put("rules.first.atLeast", "3");
        form.put("rules.drawn", "3");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("“高级考评员”至少要抽 3 条，名单中只有 2 条");
    }

    @Test
    void refusesAClauseTheDocumentDoesNotHave() {
        var form = form();
        form.put("heading.clause", "二(九)");

        for (var path : List.of("/authority/draws/preview", "/authority/draws")) {
            var page = post(CENTRE, path, form);
            assertThat(page).as(path).hasStatus(422);
            assertThat(body(page))
                    .contains("href=\"#heading.clause\"", "浙技评〔2023〕20号没有“二(九)”这一条")
                    .contains("相近的有：二(一)、二(五)", "href=\"/law/ZJ2023-20\"")
                    .doesNotContain("核对无误就公告");
        }
    }

    @Test
    void refusesAnExclusionByAClauseTheDocumentDoesNotHave() {
        var form = form();
        form.put("pool", POOL + "KP6\t顾清\t\t\t\t亲属\tZJ2022-16\t九九\n");

        assertThat(body(post(CENTRE, "/authority/draws/preview", form)))
                .contains("浙人社发〔2022〕16号没有“九九”这一条", "href=\"#pool\"");
    }

    @Test
    void refusesADocumentNotInForceHere() {
        var form = form();
        form.put("heading.document", "JL2017-11");

        var page = post(CENTRE, "/authority/draws", form);

        assertThat(page).hasStatus(422);
        assertThat(body(page))
                .contains("“JL2017-11”不是现在在这里施行的文件", "ZJ2023-20（浙技评〔2023〕20号）")
                .doesNotContain("value=\"JL2017-11\"");
    }

    @Test
    void takesThePoolFromAnExcelFile() throws IOException {
        var workbook = new ByteArrayOutputStream();
        List<List<String>> rows = List.of(List.of("KP8", "云怀瑾"), List.of("KP9", "潘若谷"));
        Excel.write(
                workbook,
                "名单",
                List.of("编号", "名称", "权重", "组别", "单位", "排除原因", "依据文件", "依据条款"),
                rows.iterator());
        var pages = PagesAs.actor(context, CENTRE);
        var request =
                pages.post()
                        .uri("/authority/draws/preview")
                        .multipart()
                        .file("file", workbook.toByteArray());
        form().forEach(request::param);

        assertThat(body(request.exchange())).contains("名单 2，排除 0", "KP8", "云怀瑾");
    }

    @Test
    void takesAllStepsInTheBrowser() {
        var id = announce();
        var centre = "/authority/draws/" + id;
        var body = "/body/draws/" + id;
        assertThat(get(CENTRE, centre + "/commitments/A")).contains("密数", "盐");
        take(CENTRE, centre + "/commitments/A", secret(SECRET_A));
        take(HEAD_OF_BODY, body + "/commitments/B", secret(SECRET_B));
        clock.moveTo(draws.find(CENTRE, id).announcement().times().publicValueFrom());
        take(
                CENTRE,
                centre + "/public-value",
                Map.of("value", VALUE, "reference", REFERENCE, "step", "fix"));
        take(CENTRE, centre + "/reveals/A", secret(SECRET_A));
        take(HEAD_OF_BODY, body + "/reveals/B", secret(SECRET_B));
        take(CENTRE, centre + "/result", Map.of());

        var drawn = draws.find(CENTRE, id);
        var leaving = drawn.standing().selection().getFirst();
        assertThat(get(CENTRE, centre)).contains("已抽取", "第 1 位", drawn.name(leaving), "林知夏");
        take(CENTRE, centre + "/replacements", Map.of("leaving", leaving, "cause", "ILL"));
        assertThat(get(CENTRE, centre)).contains("已退出", "已递补");
        var everybody = get(Actor.anybody("test"), "/draws/" + id);
        assertThat(everybody).contains("在本页验算").doesNotContain("水知白", "林知夏", "id=\"d5\"");
        assertThat(DrawVerification.of(record(id)).agrees()).isTrue();
    }

    @Test
    void showsARefusalInTheFormWithTheInputKept() {
        var id = announce();

        var early =
                post(
                        CENTRE,
                        "/authority/draws/" + id + "/public-value",
                        Map.of("value", VALUE, "reference", REFERENCE));

        assertThat(early).hasStatus(422);
        assertThat(body(early)).contains("双方都作出承诺以后才能登记公开随机数", VALUE);
    }

    @Test
    void refusesACommitmentWhoseSecretNobodyKept() {
        var id = announce();

        var page =
                post(
                        CENTRE,
                        "/authority/draws/" + id + "/commitments/A",
                        Map.of("secret", SECRET_A.value(), "salt", SECRET_A.salt()));

        assertThat(page).hasStatus(422);
        assertThat(body(page)).contains("请先把密数和盐另行保存", SECRET_A.value());
    }

    @Test
    void hidesADrawFromOtherPlaces() {
        var id = announce();

        for (var path :
                List.of(
                        "",
                        "/pool",
                        "/commitments/A",
                        "/reveals/A",
                        "/public-value",
                        "/replacements")) {
            assertThat(PagesAs.actor(context, ELSEWHERE).get().uri("/authority/draws/" + id + path))
                    .as(path)
                    .hasStatus(404);
        }
        assertThat(PagesAs.actor(context, CENTRE).get().uri("/authority/draws/nonsense"))
                .hasStatus(404);
        assertThat(get(ELSEWHERE, "/authority/draws")).doesNotContain(id.toString());
    }

    @Test
    void listsSearchesAndExports() {
        var id = announce();
        var number = draws.find(CENTRE, id).number();

        assertThat(get(CENTRE, "/authority/draws?q=" + number)).contains(number, "1 次抽取");
        assertThat(get(CENTRE, "/authority/draws?q=nothing")).contains("没有符合的抽取");
        assertThat(get(AUDITOR, "/audit/draws?sort=due&status=ANNOUNCED")).contains(number);
        assertThat(get(HEAD_OF_BODY, "/body/draws?sort=-title&page=9")).contains("随机抽取");
        assertThat(get(Actor.anybody("t"), "/draws?sort=subject&size=5000")).contains(number);
        assertThat(PagesAs.actor(context, CENTRE).get().uri("/authority/draws/export"))
                .hasStatusOk();
        assertThat(PagesAs.actor(context, CENTRE).get().uri("/authority/draws/" + id + "/pool"))
                .hasStatusOk();
    }

    @Test
    void answersHostileInputWithoutBreaking() {
        assertThat(get(CENTRE, "/authority/draws?q=%00%27;drop&sort=x&status=x"))
                .contains("没有符合的抽取");
        for (var field :
                List.of("clientKey", "heading.title", "heading.division", "pool", "rules.drawn")) {
            var form = form();
            form.put(field, "编号,名称\n<script>\u0000,\ud800" + "长".repeat(3000));

            assertThat(post(CENTRE, "/authority/draws", form)).as(field).hasStatus(422);
            assertThat(post(CENTRE, "/authority/draws/preview", form)).as(field).hasStatus(422);
        }
        var named = form();
        named.put("pool", "编号,名称\nKP1,\u0000\nKP2,x");
        assertThat(post(CENTRE, "/authority/draws", named)).hasStatus(422);
    }

    @Test
    void fillsTheFormAgainAfterADrawThatFailed() {
        var id = announce();
        take(CENTRE, "/authority/draws/" + id + "/cancellation", Map.of("reason", "名单有误"));

        var page = get(CENTRE, "/authority/draws/new?after=" + id);

        assertThat(page).contains(id.toString(), "重新抽取的理由", "KP4", "姜景行");
        assertThat(get(Actor.anybody("test"), "/draws/" + id)).contains("取消：名单有误");
    }

    @Test
    void offerPlacesAndDocumentsToPickInSections() {
        var page = get(CENTRE, "/authority/draws/new");

        assertThat(page)
                .containsSubsequence(
                        "<legend>抽取什么</legend>",
                        "<option value=\"330100\" selected=\"selected\">杭州市</option>",
                        "<legend>依据哪一条</legend>",
                        "<option value=\"ZJ2023-20\">浙技评〔2023〕20号　质量监督</option>",
                        "<legend>什么时候</legend>")
                .doesNotContain("机构标识", "评价机构（选填）");
    }

    @Test
    void keepWhatWasPickedWhenSomethingIsWrong() {
        var form = form();
        form.put("heading.title", "");
        var page = post(CENTRE, "/authority/draws/preview", form);

        assertThat(page).hasStatus(422);
        assertThat(body(page))
                .contains("<option value=\"ZJ2023-20\" selected=\"selected\">")
                .contains("name=\"heading.body\" value=\"" + DrawFixtures.BODY + "\"");
    }

    private DrawId announce() {
        var to = location(post(CENTRE, "/authority/draws", form()));
        return DrawId.of(to.substring(to.lastIndexOf('/') + 1));
    }

    private Map<String, String> form() {
        var now =
                LocalDateTime.ofInstant(clock.now(), BusinessClock.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES);
        var form = new LinkedHashMap<String, String>();
        form.put("clientKey", Ids.next().toString());
        form.put("heading.purpose", "assessor");
        form.put("heading.title", "考评员随机抽取");
        form.put("heading.subject", Ids.next().toString());
        form.put("heading.division", "330100");
        form.put("heading.body", DrawFixtures.BODY.toString());
        form.put("heading.document", "ZJ2023-20");
        form.put("heading.clause", "二(五)");
        form.put("times.commitBy", now.plusHours(1).toString());
        form.put("times.valueFrom", now.plusHours(2).toString());
        form.put("times.revealBy", now.plus(Duration.ofDays(1)).toString());
        form.put("seats.labelA", "杭州市技能评价中心");
        form.put("seats.kindB", "BODY");
        form.put("seats.labelB", "钱江职业技能培训学校");
        form.put("seats.what", "福利彩票3D 2024093期开奖号码");
        form.put("seats.lookUp", "中国福利彩票官方网站");
        form.put("rules.drawn", "2");
        form.put("rules.alternates", "1");
        form.put("pool", POOL);
        return form;
    }

    private static Map<String, String> secret(Secret secret) {
        return Map.of("secret", secret.value(), "salt", secret.salt(), "kept", "true");
    }

    private void take(Actor actor, String path, Map<String, String> form) {
        assertThat(post(actor, path, form)).as(path).hasStatus3xxRedirection();
    }

    private MvcTestResult post(Actor actor, String path, Map<String, String> form) {
        var request = PagesAs.actor(context, actor).post().uri(path);
        form.forEach(request::param);
        return request.exchange();
    }

    private String get(Actor actor, String path) {
        var page = PagesAs.actor(context, actor).get().uri(path).exchange();
        assertThat(page).as(path).hasStatusOk();
        assertThat(body(page)).doesNotContain("??", "th:");
        return body(page);
    }

    private String record(DrawId id) {
        return body(
                PagesAs.actor(context, Actor.anybody("test"))
                        .get()
                        .uri("/draws/" + id + "/record.json")
                        .exchange());
    }

    private static String body(MvcTestResult page) {
        return new String(
                page.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String location(MvcTestResult page) {
        var to = page.getResponse().getRedirectedUrl();
        assertThat(to).isNotNull();
        return String.valueOf(to);
    }
}
