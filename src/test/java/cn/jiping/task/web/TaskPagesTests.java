package cn.jiping.task.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.notice.NoticeFixtures;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskId;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.TaskView;
import cn.jiping.task.Tasks;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "task",
        extraIncludes = "web")
@Import({TestDatabase.class, NoticeFixtures.class, PagesAs.class})
class TaskPagesTests {
    private static final TaskKind KIND = TaskKind.doneByHand("sample");
    private static final Actor REVIEWER = actor(Role.CITY_REVIEWER, "330100", "330106");
    private static final Actor COUNTY = actor(Role.COUNTY_REVIEWER, "330106");

    @Autowired WebApplicationContext context;
    @Autowired Tasks tasks;
    @Autowired BusinessClock clock;

    @Test
    void theInboxAnswersWhatIsMostUrgentAndUntilWhen() {
        open("<b>最急</b>", Role.CITY_REVIEWER, -1);
        open("不急", Role.CITY_REVIEWER, 20);

        assertThat(as(REVIEWER).get().uri("/authority/tasks"))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;b&gt;最急&lt;/b&gt;", "超期 1 天", "还剩 20 天", "杭州市", "惯例", "示例")
                .doesNotContain("??", "<b>最急");
    }

    @Test
    void everyFilterAndOrderWorks() {
        open("筛选", Role.CITY_REVIEWER, 3);
        var pages = as(REVIEWER);

        for (var view : List.of("WAITING", "MINE", "UNCLAIMED", "OVERDUE", "HANDED", "ENDED")) {
            for (var sort : List.of("due", "-due", "opened", "-opened", "nonsense")) {
                assertThat(
                                pages.get()
                                        .uri("/authority/tasks")
                                        .param("view", view)
                                        .param("sort", sort)
                                        .param("q", "选")
                                        .param("place", "%")
                                        .param("kind", "sample")
                                        .param("page", "2"))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void theMostUrgentStaysOnTopHoweverTheListIsNarrowed() {
        open("最急的一件", Role.CITY_REVIEWER, -40);
        open("别的事情", Role.CITY_REVIEWER, 20);
        var pages = as(REVIEWER);

        for (var query : List.of("", "?q=&place=&kind=", "?q=别的事情", "?sort=-due")) {
            assertThat(pages.get().uri("/authority/tasks" + query))
                    .hasStatusOk()
                    .bodyText()
                    .containsSubsequence("下一步", "最急的一件", "jp-filter")
                    .doesNotContain("??");
        }
        assertThat(pages.get().uri("/authority/tasks?q=没有这样的事项")).bodyText().contains("找到 0 件");
    }

    @Test
    void whatIsDoneSaysNoNextStepAndAStalePageWhatHappened() {
        var id = open("两个窗口", Role.CITY_REVIEWER, 3);
        var pages = as(REVIEWER);
        var page = "/authority/tasks/" + id;
        pages.post().uri(page + "/claim").exchange();

        assertThat(pages.get().uri(page)).bodyText().contains("办完后在下面写明结果，或移交他人");
        pages.post().uri(page + "/finish").param("version", "1").param("reason", "已核对").exchange();

        assertThat(pages.get().uri(page)).bodyText().doesNotContain("办完后", "去办理");
        assertThat(pages.post().uri(page + "/finish").param("version", "1").param("reason", "再办"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("这项内容刚刚改过", "已核对")
                .doesNotContain("您要改成", "??");
    }

    @Test
    void oneClaimsAndFinishesOnTheTaskPage() {
        var id = open("办结", Role.CITY_REVIEWER, 3);
        var pages = as(REVIEWER);
        var page = "/authority/tasks/" + id;

        assertThat(pages.get().uri(page))
                .hasStatusOk()
                .bodyText()
                .contains("认领")
                .doesNotContain("??");
        assertThat(pages.post().uri(page + "/claim")).hasStatus3xxRedirection();
        assertThat(pages.post().uri(page + "/finish").param("version", "1").param("reason", " "))
                .hasStatusOk()
                .bodyText()
                .contains("请写明原因")
                .doesNotContain("??");
        assertThat(pages.post().uri(page + "/finish").param("version", "1").param("reason", "已核对"))
                .hasStatus3xxRedirection();
        assertThat(pages.get().uri(page))
                .bodyText()
                .contains("已办结", "已核对")
                .doesNotContain("确认办结", "??");
    }

    @Test
    void theFormToHandOverNeedsATargetAndAReason() {
        var id = open("移交", Role.CITY_REVIEWER, 3);
        var pages = as(REVIEWER);
        var hand = "/authority/tasks/" + id + "/hand";

        assertThat(pages.get().uri(hand))
                .hasStatusOk()
                .bodyText()
                .contains("上级机关同一岗位", "西湖区")
                .doesNotContain("余杭区", "??");
        assertThat(pages.post().uri(hand).param("version", "0").param("to", "down:x"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("有 2 处需要修改", "请选择交给谁", "请写明原因", "</ul>")
                .doesNotContain("??");
        assertThat(
                        pages.post()
                                .uri(hand)
                                .param("version", "0")
                                .param("to", "down:330106")
                                .param("reason", "属地办理"))
                .hasStatus3xxRedirection();
        assertThat(view(COUNTY, id).roles()).containsExactly(Role.COUNTY_REVIEWER);
        assertThat(as(REVIEWER).get().uri("/authority/tasks/" + id))
                .bodyText()
                .contains("收回", "属地办理");
    }

    @Test
    void whoseItIsNotFindsNothing() {
        var id = open("别人的", Role.CITY_REVIEWER, 3);

        assertThat(as(COUNTY).get().uri("/authority/tasks/" + id)).hasStatus(404);
        assertThat(as(COUNTY).post().uri("/authority/tasks/" + id + "/claim")).hasStatus(404);
        assertThat(as(COUNTY).get().uri("/authority/tasks/not-an-id")).hasStatus(404);
    }

    @Test
    void aStaleFormIsAConflictThatSaysWhatHappened() {
        var id = open("冲突", Role.CITY_REVIEWER, 3);
        tasks.claim(REVIEWER, id);

        assertThat(
                        as(REVIEWER)
                                .post()
                                .uri("/authority/tasks/" + id + "/release")
                                .param("version", "0"))
                .hasStatus(409);
        assertThat(as(REVIEWER).post().uri("/authority/tasks/" + id + "/release")).hasStatus(400);
        assertThat(
                        as(REVIEWER)
                                .post()
                                .uri("/authority/tasks/" + id + "/finish")
                                .param("reason", "好"))
                .hasStatus(409);
    }

    @Test
    void theListGoesToExcelAndTheCountsStandAlone() {
        open("导出", Role.CITY_REVIEWER, 3);

        assertThat(as(REVIEWER).get().uri("/authority/tasks/export"))
                .hasStatusOk()
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        values -> assertThat(values.getFirst()).contains(".xlsx"));
        assertThat(as(REVIEWER).get().uri("/authority/tasks/counts?again=2"))
                .hasStatusOk()
                .bodyText()
                .contains("件", "/authority/tasks/counts?again=1")
                .doesNotContain("<html", "??");
        assertThat(as(REVIEWER).get().uri("/authority/tasks/counts?again=1"))
                .hasStatusOk()
                .bodyText()
                .contains("件")
                .doesNotContain("hx-get");
        assertThat(as(REVIEWER).get().uri("/authority/tasks/offices"))
                .hasStatusOk()
                .bodyText()
                .contains("杭州市")
                .doesNotContain("??");
    }

    @Test
    void everyDoorHasItsInbox() {
        for (var role :
                List.of(
                        Role.PROVINCE_CLERK,
                        Role.BODY_HEAD,
                        Role.CANDIDATE,
                        Role.ASSESSOR,
                        Role.AUDITOR,
                        Role.ADMINISTRATOR)) {
            assertThat(as(actor(role, "330000")).get().uri(role.door().path() + "/tasks"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("没有符合条件的待办", role.door().path() + "/tasks")
                    .doesNotContain("??");
        }
    }

    @Test
    void aCandidateSeesOnlyWhatOneCanDoAlone() {
        var candidate = candidate();
        var id = openFor(candidate, "补充材料");
        var pages = as(candidate);
        var page = "/my/tasks/" + id;

        assertThat(pages.get().uri("/my/tasks"))
                .hasStatusOk()
                .bodyText()
                .contains("补充材料", "待办理")
                .doesNotContain("我认领的", "我交出去的", "待认领", "地区</", "??");
        assertThat(pages.get().uri(page))
                .hasStatusOk()
                .bodyText()
                .contains("办完后在下面写明结果", "确认办结")
                .doesNotContain("认领", "移交", "地区</", "谁可以办", "上级", "??");
        assertThat(pages.get().uri(page + "/hand")).hasRedirectedUrl(page);
        assertThat(pages.post().uri(page + "/finish").param("version", "0").param("reason", "已补"))
                .hasRedirectedUrl(page);
    }

    private static Actor candidate() {
        var person = PersonId.next();
        return new Actor(
                AccountId.next(),
                person,
                "周启明",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "127.0.0.1");
    }

    private TaskId openFor(Actor candidate, String title) {
        var person = Objects.requireNonNull(candidate.person());
        return tasks.open(
                Actor.program("test"),
                new TaskDraft(
                        KIND,
                        List.of(Argument.of(title)),
                        new TaskSubject("sample", title, "/my/samples/1"),
                        new TaskPlace.Person(person, candidate.name()),
                        Set.of(Role.CANDIDATE),
                        Deadline.endOf(clock.today().plusDays(3), new Source.Practice("示例期限")),
                        title));
    }

    private TaskView view(Actor actor, TaskId id) {
        return tasks.view(actor, id);
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    private TaskId open(String title, Role role, int days) {
        return tasks.open(
                Actor.program("test"),
                new TaskDraft(
                        KIND,
                        List.of(Argument.of(title)),
                        new TaskSubject("sample", title, "/authority/samples/1"),
                        new TaskPlace.Division(new DivisionCode("330100")),
                        Set.of(role),
                        Deadline.endOf(clock.today().plusDays(days), new Source.Practice("示例期限")),
                        title));
    }

    private static Actor actor(Role role, String... divisions) {
        return new Actor(
                AccountId.next(),
                null,
                "沈知远",
                role,
                "杭州市",
                Scope.ofDivisions(
                        Stream.of(divisions).map(DivisionCode::new).collect(Collectors.toSet())),
                "127.0.0.1");
    }
}
