package cn.jiping.exam;

import static cn.jiping.exam.October.INVIGILATOR;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.plan.PlanFixtures.PROVINCE;
import static cn.jiping.plan.PlanFixtures.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.jiping.database.Columns;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.ToldPlaces;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.Together;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** The reviews by performance of four welders of Hangzhou, after the theory of 23 October 2021. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ArrangingPracticalsTests {
    private static final LocalDate SUNDAY = LocalDate.of(2021, 10, 24);
    private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(8, 30);
    private static final Actor OF_PROVINCE =
            new Actor(
                    AccountId.next(),
                    null,
                    "林知夏",
                    Role.PROVINCE_CLERK,
                    "",
                    Scope.ofDivisions(Set.of(PROVINCE, HANGZHOU)),
                    "test");

    @Autowired WebApplicationContext context;
    @Autowired PracticalArrangements practicals;
    @Autowired ExamDues dues;
    @Autowired ExamDays days;
    @Autowired Arrangements arrangements;
    @Autowired Sites sites;
    @Autowired ToldPlaces told;
    @Autowired JdbcClient jdbc;
    private October october;
    private PracticalKey key;
    private SiteId site;

    @BeforeEach
    void seated() {
        october = October.arranged(context);
        key = practicals.list(CITY, october.id()).getFirst().key();
        site = site(CITY, HANGZHOU);
    }

    private SiteId site(Actor clerk, DivisionCode city) {
        return sites.open(
                clerk,
                new SiteDraft(
                        city, "评审点" + Ids.next(), "文三路 2 号", Set.of(SiteUse.THEORY), List.of()),
                Ids.next().toString());
    }

    private PracticalDraft on(LocalDate day) {
        return new PracticalDraft(site, day, HALF_PAST_EIGHT, "带业绩材料原件");
    }

    private void entered() {
        practicals.enter(CITY, key, on(SUNDAY), "", 0);
    }

    private PracticalView view() {
        return practicals.find(CITY, key);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ExamRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    private static void faulty(String code, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(act)
                .satisfies(
                        no -> assertThat(no.faults().getFirst().code()).isEqualTo("exam." + code));
    }

    private CityDue due() {
        return dues.list(OF_PROVINCE, october.id()).stream()
                .filter(due -> due.what() == ExamDue.PRACTICAL_ARRANGEMENT)
                .findFirst()
                .orElseThrow();
    }

    private long tasks(String status) {
        return jdbc.sql(
                        """
                        select count(*) from task.task
                        where kind = 'exam-practical-arrangement' and status = :status
                        """)
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private List<String> told(String template) {
        return jdbc.sql(
                        "select body from notice.message where template = :template and key like :key")
                .param("template", template)
                .param("key", "exam/practical/" + october.id() + "/%")
                .query((row, _) -> Columns.text(row, "body"))
                .list();
    }

    private void awaitTold(String template, int people) {
        await().atMost(Duration.ofSeconds(30)).until(() -> told(template).size() == people);
    }

    @Test
    void areTheCitysTaskOnceItsSeatsAreArranged() {
        assertThat(view().state()).isEqualTo(PracticalState.MISSING);
        assertThat(view().candidates()).isEqualTo(4);
        assertThat(view().sitting()).isEqualTo(Sitting.REVIEW_PRACTICAL);
        assertThat(tasks("OPEN")).isEqualTo(1);
        assertThat(due().dueOn()).isEqualTo(LocalDate.of(2021, 10, 15));
        assertThat(due().source()).isInstanceOf(Source.Practice.class);

        entered();

        assertThat(tasks("OPEN")).isZero();
        assertThat(tasks("DONE")).isEqualTo(1);
        assertThat(due().metAt()).isNotNull();
        assertThat(practicals.list(OF_PROVINCE, october.id()))
                .extracting(PracticalView::state)
                .containsExactly(PracticalState.ENTERED);
    }

    @Test
    void becomeATaskAgainWhenMoreOfThemCome() {
        entered();
        jdbc.sql("update exam.practical_arrangement set occupation = '保安员'").update();

        context.getBean(PracticalDues.class)
                .arranged(new ExamEvent.Arranged(october.id(), HANGZHOU, 4, due().until()));

        assertThat(tasks("OPEN")).isEqualTo(1);
        assertThat(due().metAt()).isNull();
    }

    @Test
    void tellEverybodyConcernedAndAgainWhenTheyChange() {
        entered();
        awaitTold("exam.practical-entered", 4);
        assertThat(told("exam.practical-entered").getFirst())
                .contains("2021年10月24日", "08:30", "文三路 2 号", "带业绩材料原件");

        practicals.enter(CITY, key, on(SUNDAY.plusDays(1)), "场地检修", 1);

        awaitTold("exam.practical-changed", 4);
        assertThat(told("exam.practical-changed").getFirst()).contains("2021年10月25日", "场地检修");
        assertThat(told("exam.practical-entered")).hasSize(4);
        assertThat(view().version()).isEqualTo(2);
    }

    @Test
    void areEnteredOnceHoweverOftenTheButtonIsPressed() {
        entered();
        entered();

        assertThat(view().version()).isEqualTo(1);
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> practicals.enter(CITY, key, on(SUNDAY.plusDays(2)), "改", 0))
                .satisfies(no -> {
                    assertThat(no.changedBy()).isEqualTo(CITY.name());
                    assertThat(no.changes()).hasSize(1);
                });
        faulty("reason", () -> practicals.enter(CITY, key, on(SUNDAY.plusDays(2)), " ", 1));
    }

    @Test
    void areEnteredAndChangedOnceByTwoClicksAtOnce() {
        Together.twice(this::entered);
        assertThat(view().version()).isEqualTo(1);

        Together.twice(() -> practicals.enter(CITY, key, on(SUNDAY.plusDays(1)), "场地检修", 1));
        assertThat(view().version()).isEqualTo(2);
    }

    @Test
    void lieWithinTheWeekOfTheDocument() {
        var clause = new Source.Clause("ZJ2021", "一(二)");
        for (var day : List.of(LocalDate.of(2021, 10, 22), LocalDate.of(2021, 10, 31))) {
            assertThatExceptionOfType(ExamRefused.class)
                    .isThrownBy(() -> practicals.enter(CITY, key, on(day), "", 0))
                    .satisfies(no -> {
                        assertThat(no.code()).isEqualTo("exam.practical-day");
                        assertThat(no.source()).isEqualTo(clause);
                    });
        }

        practicals.enter(CITY, key, on(LocalDate.of(2021, 10, 30)), "", 0);

        assertThat(view().state()).isEqualTo(PracticalState.ENTERED);
    }

    @Test
    void callNobodyAwayFromWhatIsWritten() {
        var examDay = LocalDate.of(2021, 10, 23);
        refused("practical-clash", () -> practicals.enter(CITY, key, on(examDay), "", 0));

        practicals.enter(
                CITY, key, new PracticalDraft(site, examDay, LocalTime.of(15, 30), ""), "", 0);

        assertThat(view().place()).isNotNull();
    }

    @Test
    void areNotMovedIntoThePastNorAfterSomebodyCame() {
        entered();
        october.at("2021-10-24T09:00");
        faulty(
                "practical-past",
                () -> practicals.enter(CITY, key, on(LocalDate.of(2021, 10, 23)), "改", 1));
        days.signIn(
                CITY,
                october.place("第1考场", Sitting.REVIEW_PRACTICAL),
                october.seats("第1考场").getFirst().ticket());

        refused(
                "practical-begun",
                () -> practicals.enter(CITY, key, on(SUNDAY.plusDays(2)), "改", 1));
    }

    @Test
    void takeASiteOfTheCityThatIsInUse() {
        var elsewhere = site(OTHER_CITY, NINGBO);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        practicals.enter(
                                CITY,
                                key,
                                new PracticalDraft(elsewhere, SUNDAY, HALF_PAST_EIGHT, ""),
                                "",
                                0));
        entered();
        sites.close(CITY, site, "拆迁", 0);

        assertThat(view().state()).isEqualTo(PracticalState.SITE_CLOSED);
        refused("site-closed", () -> practicals.enter(CITY, key, on(SUNDAY.plusDays(1)), "改", 1));
    }

    @Test
    void standOnTheTicketAndOnTheApplication() {
        var seat = october.seats("第1考场").getFirst();
        var holder = Autumn.candidate(seat.person());
        var ticket = "/my/tickets/" + october.id() + "/" + seat.examinee();
        october.at("2021-10-18T09:00");
        assertThat(as(holder).get().uri(ticket)).bodyText().contains("由所在市通知");

        entered();

        assertThat(as(holder).get().uri(ticket))
                .hasStatusOk()
                .bodyText()
                .contains("2021-10-24 08:30 前报到", "文三路 2 号", "带业绩材料原件")
                .doesNotContain("由所在市通知");
        assertThat(as(holder).get().uri(ticket + "/pdf")).hasStatusOk();
        assertThat(told.of(october.id(), new ApplicationId(seat.examinee())))
                .singleElement()
                .asString()
                .contains("业绩评审", "2021-10-24 08:30 前报到", "文三路 2 号");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> practicals.of(OTHER_CITY, october.id(), seat.examinee()));
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void standOnThePagesOfTheDay() {
        entered();
        var day = "/exams/" + october.id() + "/330100/day";
        var room = day + "/" + october.seats("第1考场").getFirst().room() + "/review-practical";

        assertThat(as(CITY).get().uri("/authority" + day)).bodyText().contains("2021-10-24 08:30");
        assertThat(as(INVIGILATOR).get().uri("/hall" + room))
                .hasStatusOk()
                .bodyText()
                .contains("2021-10-24 08:30 前报到", "带业绩材料原件");
    }

    private String list() {
        return "/authority/exams/" + october.id() + "/practicals";
    }

    private String page() {
        return list() + "/330100/" + key.offering() + "/review-practical";
    }

    @Test
    void areEnteredOnThePage() {
        assertThat(as(CITY).get().uri(list())).bodyText().contains("待录入", "1 项待办");
        assertThat(as(CITY).get().uri(page())).hasStatusOk();

        assertThat(sent(CITY, site.toString(), "2021-10-24", "08:30", "", 0))
                .hasStatus3xxRedirection();

        assertThat(as(CITY).get().uri(list() + "?state=ENTERED&q=评审点&sort=-day"))
                .bodyText()
                .contains("已录入", "文三路 2 号");
        assertThat(as(CITY).get().uri(list() + "?state=MISSING")).bodyText().contains("没有符合条件的安排");
        assertThat(as(OF_PROVINCE).get().uri(list() + "/export?sort=state")).hasStatusOk();
        assertThat(as(OF_PROVINCE).get().uri("/authority/exams/" + october.id() + "/dues"))
                .bodyText()
                .contains("实操考核安排");
        assertThat(sent(CITY, site.toString(), "2021-10-25", "08:30", "改", 0)).hasStatus(409);
    }

    private MvcTestResult sent(
            Actor actor, String site, String day, String at, String reason, int version) {
        return as(actor)
                .post()
                .uri(page())
                .param("site", site)
                .param("day", day)
                .param("reportAt", at)
                .param("note", "带\r\n材料")
                .param("reason", reason)
                .param("version", String.valueOf(version))
                .exchange();
    }

    @Test
    void standWhatNobodyWouldSend() {
        assertThat(sent(CITY, "<b>", "昨天", "25:99", "", 0))
                .hasStatus(422)
                .bodyText()
                .contains("请选择考点", "请填写日期", "请填时间");
        assertThat(sent(CITY, site.toString(), "+999999999-01-01", "08:30", "", 0)).hasStatus(422);
        assertThat(sent(CITY, Ids.next().toString(), "2021-10-24", "08:30", "", 0)).hasStatus(404);
        assertThat(as(CITY).get().uri(list() + "?q=%00&state=x&sort=-x")).hasStatusOk();
        assertThat(as(CITY).get().uri(list() + "/330100/" + key.offering() + "/theory"))
                .hasStatus(404);
        assertThat(as(CITY).get().uri(list() + "/330100/" + Ids.next() + "/review-practical"))
                .hasStatus(404);
        faulty(
                "practical-note",
                () ->
                        practicals.enter(
                                CITY,
                                key,
                                new PracticalDraft(site, SUNDAY, HALF_PAST_EIGHT, "长".repeat(201)),
                                "",
                                0));
    }

    @Test
    void areNotTheNeighboursBusiness() {
        entered();
        assertThat(practicals.list(OTHER_CITY, october.id())).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> practicals.find(OTHER_CITY, key));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> practicals.enter(OTHER_CITY, key, on(SUNDAY), "", 1));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> practicals.ofDay(OTHER_CITY, october.id(), HANGZHOU));
        assertThat(as(OTHER_CITY).get().uri(list())).hasStatusOk().bodyText().doesNotContain("杭州市");
        assertThat(as(OTHER_CITY).get().uri(page())).hasStatus(404);
        assertThat(sent(OTHER_CITY, site.toString(), "2021-10-24", "08:30", "", 0)).hasStatus(404);
        var elsewhere = actor("沈同川", Role.CITY_CLERK, new DivisionCode("220100"));
        assertThat(as(elsewhere).get().uri(page())).hasStatus(404);
    }
}
