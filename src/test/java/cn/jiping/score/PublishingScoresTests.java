package cn.jiping.score;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.plan.PlanFixtures.PROVINCE;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.database.Columns;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.ExamDue;
import cn.jiping.exam.ExamDues;
import cn.jiping.exam.IncidentDraft;
import cn.jiping.exam.Incidents;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.SittingPlace;
import cn.jiping.exam.Subject;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.person.SkillEntry;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Excel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Two candidates of Hangzhou after the examination of 23 October 2021. */
@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class})
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-01T09:00:00"})
@SuppressWarnings("NullAway.Init") // filled before each test
class PublishingScoresTests {
    private static final Actor PROGRAM = Actor.program("test");
    private static final Actor READER = actor("林知夏", Role.PROVINCE_CLERK);
    private static final Actor RELEASER = actor("许远山", Role.PROVINCE_APPROVER);
    private static final LocalDate EXAM = LocalDate.of(2021, 10, 23);
    private static final ResultFilter ANY =
            new ResultFilter("", null, ResultFilter.Column.NAME, false);
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 11, 20);

    @Autowired WebApplicationContext context;
    @Autowired Scores scores;
    @Autowired Arrangements arrangements;
    @Autowired ExamDays days;
    @Autowired ExamDues dues;
    @Autowired Incidents incidents;
    @Autowired ExamSessions sessions;
    @Autowired Sites sites;
    @Autowired Persons persons;
    @Autowired SkillRecords skills;
    @Autowired ScoreNotices notices;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;
    private SessionId session;
    private List<SeatView> seats;

    private static Actor actor(String name, Role role) {
        return new Actor(
                AccountId.next(),
                null,
                name,
                role,
                "",
                Scope.ofDivisions(Set.of(PROVINCE, HANGZHOU)),
                "test");
    }

    @BeforeEach
    void twoAreSeated() {
        SetBack.toTheStart(clock, jdbc);
        jdbc.sql("delete from exam.city_due").update();
        jdbc.sql("delete from plan.session").update();
        jdbc.sql("delete from institution.site").update();
        session = sessions.draft(CLERK, draft(offer("保安员")));
        sessions.announce(APPROVER, session, 0);
        enter("沈清和");
        enter("周启明");
        on(LocalDate.of(2021, 8, 9));
        arrange();
        seats = arrangements.seats(CITY, session, HANGZHOU);
    }

    private void enter(String name) {
        var person =
                persons.register(
                        PROGRAM,
                        PersonFixtures.draft(
                                name, PersonFixtures.residentId(LocalDate.of(1985, 3, 12))));
        arrangements.enter(
                PROGRAM,
                new Entry(
                        session,
                        Ids.next(),
                        person,
                        name,
                        new Entry.City(HANGZHOU, "杭州市"),
                        "保安员",
                        SkillLevel.SENIOR_TECHNICIAN,
                        Set.of(Subject.values())));
    }

    private void arrange() {
        var site =
                sites.open(
                        CITY,
                        new SiteDraft(HANGZHOU, "考点", "学知路 1 号", Set.of(SiteUse.THEORY), List.of()),
                        Ids.next().toString());
        sites.addRoom(CITY, site, "第1考场", 30, 5, 0);
        arrangements.arrange(CITY, session, HANGZHOU, site, 0);
    }

    /** Nine in the morning of the day, if it is not later already. */
    private void on(LocalDate day) {
        if (!clock.today().isBefore(day)) {
            return;
        }
        clock.moveTo(BusinessClock.startOf(day).plusSeconds(9 * 3600));
    }

    private byte[] file(List<?>... rows) {
        var out = new ByteArrayOutputStream();
        try {
            Excel.write(out, "成绩", scores.headers(), Arrays.asList(rows).iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private List<Object> row(int at, Object theory, Object skills, Object review) {
        var seat = seats.get(at);
        return List.of(seat.ticket(), seat.name(), theory, skills, review);
    }

    private int readIn(Actor actor, List<?>... rows) throws IOException {
        return scores.readIn(actor, session, HANGZHOU, "成绩.xlsx", file(rows));
    }

    private void everything() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, 61.5, 100), row(1, 88, 59.9, "缺考"));
    }

    private void release() {
        scores.release(
                RELEASER, session, HANGZHOU, scores.find(READER, session, HANGZHOU).version());
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ScoreRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("score." + code));
    }

    @Test
    void countsWhatThereIsAndWhatIsMissing() throws IOException {
        on(EXAM);
        assertThat(scores.find(READER, session, HANGZHOU).missing()).isEqualTo(6);

        assertThat(readIn(READER, row(0, 60, "", "缺考"))).isEqualTo(2);

        assertThat(scores.find(READER, session, HANGZHOU).missing()).isEqualTo(4);
        assertThat(scores.template(READER, session, HANGZHOU).getFirst().subList(2, 5))
                .hasToString("[60.0, , 缺考]");
    }

    @Test
    void knowsWhoWasAbsentOnTheDay() {
        on(EXAM);
        var place = new SittingPlace(session, HANGZHOU, seats.getFirst().room(), Sitting.THEORY);
        days.close(CITY, place, 2);

        assertThat(scores.template(READER, session, HANGZHOU).getFirst().subList(2, 5))
                .hasToString("[缺考, , ]");
        faulty("score.absent-there", () -> readIn(READER, row(0, 60, "", "")));
    }

    @Test
    void knowsWhoseSubjectsWereVoided() throws IOException {
        on(EXAM);
        faulty("score.not-voided", () -> readIn(READER, row(0, "违纪", "", "")));
        var first = seats.getFirst();
        incidents.record(
                CITY,
                session,
                HANGZHOU,
                new IncidentDraft(
                        first.room(),
                        Sitting.THEORY,
                        "由他人代考",
                        BusinessClock.startOf(EXAM),
                        "核对身份时发现",
                        "",
                        List.of(new IncidentDraft.Person(first.ticket(), "各科目成绩无效")),
                        null,
                        "one"));

        faulty("score.voided-there", () -> readIn(READER, row(0, 60, "", "")));
        readIn(READER, row(0, "违纪", "违纪", "违纪"), row(1, 60, 60, 60));
        on(PUBLISHED);
        release();
        assertThat(scores.results(READER, session, HANGZHOU))
                .filteredOn(result -> !result.passed())
                .extracting(ResultView::voided)
                .containsExactly(Set.of(ScoredSubject.values()));
    }

    @Test
    void settlesWhatTheCityOwesWithTheLastPracticalMark() throws IOException {
        on(EXAM);
        readIn(READER, row(0, "", "", 60));
        assertThat(dues.list(READER, session)).allMatch(due -> due.metAt() == null);

        readIn(READER, row(1, "", "", "缺考"));

        assertThat(dues.list(READER, session))
                .filteredOn(due -> due.what() == ExamDue.PRACTICAL_SCORES)
                .allMatch(due -> due.metAt() != null)
                .hasSize(1);
    }

    private static void faulty(String code, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.faults().getFirst().code()).isEqualTo(code));
    }

    @Test
    void changesNothingByTheSameFileTwice() throws IOException {
        on(EXAM);
        var file = file(row(0, 60, 61.5, 100));
        scores.readIn(READER, session, HANGZHOU, "成绩.xlsx", file);
        var before = scores.find(READER, session, HANGZHOU);

        assertThat(scores.readIn(READER, session, HANGZHOU, "又一次.xlsx", file)).isZero();

        assertThat(scores.find(READER, session, HANGZHOU)).isEqualTo(before);
    }

    @Test
    void takesAllOfAFileOrNothing() {
        on(EXAM);
        var nobody = List.of("202110330199999", "无名氏", 60, 60, 60);
        var misnamed = List.of(seats.get(1).ticket(), "别人", 60, 60, 60);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        readIn(READER, row(0, 100.5, 60.55, -1), row(0, 1, 1, 1), misnamed, nobody))
                .satisfies(no ->
                        assertThat(no.faults())
                                .extracting(InvalidInput.Fault::code)
                                .containsExactly(
                                        "score.mark",
                                        "score.mark",
                                        "score.mark",
                                        "score.ticket-twice",
                                        "score.other-name",
                                        "score.ticket"));
        assertThat(scores.find(READER, session, HANGZHOU).given()).isZero();
    }

    @Test
    void leavesWrittenSubjectsToTheProvince() throws IOException {
        on(EXAM);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> readIn(CITY, row(0, 60, "", "")))
                .satisfies(no ->
                        assertThat(no.faults().getFirst().code()).isEqualTo("score.not-yours"));
        assertThat(readIn(CITY, row(0, "", "", 75))).isEqualTo(1);
    }

    @Test
    void beginsWithTheDayOfTheExamination() throws IOException {
        on(EXAM.minusDays(1));

        refused("before-exam", () -> readIn(READER, row(0, 60, 60, 60)));
        on(EXAM);
        assertThat(readIn(READER, row(0, 60, 60, 60))).isEqualTo(3);
    }

    @Test
    void tellsEverybodyWhatIsNextOnce() throws IOException {
        everything();
        on(PUBLISHED);
        release();

        await().atMost(Duration.ofSeconds(30)).until(() -> told("%").size() == 2);
        assertThat(told("score.passed"))
                .singleElement()
                .asString()
                .contains("保安员", "各科合格", "证书核发后另行通知");
        assertThat(told("score.kept"))
                .singleElement()
                .asString()
                .contains("保留到2022年11月20日", "可以补考 1 次", "二(二)");
        notices.tell(new ScoreEvent.Released(session, HANGZHOU, clock.now()));
        await().during(Duration.ofSeconds(2)).until(() -> told("%").size() == 2);
    }

    private List<String> told(String template) {
        return jdbc.sql(
                        """
                        select body from notice.message
                        where template like :template and key like :key
                        """)
                .param("template", template)
                .param("key", "score/" + session + "/%")
                .query((row, _) -> Columns.text(row, "body"))
                .list();
    }

    @Test
    void tellsWhoPassedNothingToBeginAnew() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 10, 20, 30), row(1, "缺考", "缺考", "缺考"));
        on(PUBLISHED);
        release();

        await().atMost(Duration.ofSeconds(30)).until(() -> told("score.none").size() == 2);
        assertThat(told("score.none")).allMatch(body -> body.contains("重新报名全部科目"));
    }

    @Test
    void isPublishedByASecondPersonOnceNothingIsMissing() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, 60, 60));
        refused("marks-missing", this::release);
        everything();
        refused(
                "same-hand",
                () ->
                        scores.release(
                                READER,
                                session,
                                HANGZHOU,
                                scores.find(READER, session, HANGZHOU).version()));
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> scores.release(RELEASER, session, HANGZHOU, 0));

        release();

        refused("released", this::release);
        refused("released", () -> readIn(READER, row(0, 1, 1, 1)));
    }

    @Test
    void isPublishedOnceThoughPressedTwice() throws IOException {
        everything();
        var seen = scores.find(READER, session, HANGZHOU).version();
        scores.release(RELEASER, session, HANGZHOU, seen);
        var published = scores.find(READER, session, HANGZHOU);

        scores.release(RELEASER, session, HANGZHOU, seen);

        assertThat(scores.find(READER, session, HANGZHOU)).isEqualTo(published);
        refused(
                "released",
                () ->
                        scores.release(
                                actor("水知白", Role.PROVINCE_APPROVER), session, HANGZHOU, seen));
    }

    @Test
    void tellsWhoeverSawFewerMarksWhichFileCameSince() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, 60, 60), row(1, 60, 60, 60));
        var seen = scores.find(READER, session, HANGZHOU).version();
        readIn(READER, row(0, 61, 60, 60));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> scores.release(RELEASER, session, HANGZHOU, seen))
                .returns("林知夏", Stale::changedBy)
                .satisfies(
                        stale -> assertThat(stale.changes().getFirst().now()).isEqualTo("成绩.xlsx"));
    }

    @Test
    void isFoundByWordsAndOutcomePageByPage() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, "缺考", 40), row(1, "缺考", "缺考", "缺考"));
        release();
        var half = seats.getFirst().name();
        var absent = seats.getLast().name();

        assertThat(names("", ResultState.KEPT)).containsExactly(half);
        assertThat(names("", ResultState.ABSENT)).containsExactly(absent);
        assertThat(names("", ResultState.PASSED)).isEmpty();
        assertThat(names("", ResultState.FAILED)).isEmpty();
        assertThat(names(absent, null)).containsExactly(absent);
        assertThat(names("保安", null)).hasSize(2);
        assertThat(names("%", null)).isEmpty();
        assertThat(found(CITY, ANY, new Paging(2, 1)).rows()).hasSize(1);
        assertThat(found(OTHER_CITY, ANY, new Paging(1, 20)).total()).isZero();
        assertThat(found(CITY, ANY, new Paging(1, 20)).rows())
                .allSatisfy(one -> assertThat(names(one.name(), one.state())).hasSize(1));
    }

    @Test
    void isFoundOnThePageOfTheCityAndInItsFile() throws IOException {
        on(EXAM);
        readIn(READER, row(0, 60, "缺考", 40), row(1, "缺考", "缺考", "缺考"));
        release();
        var half = seats.getFirst().name();
        var absent = seats.getLast().name();

        assertThat(asked(CITY, "")).bodyText().contains("2 人", half + "<", absent + "<");
        assertThat(asked(CITY, "?state=KEPT&sort=-name&page=9"))
                .bodyText()
                .contains("1 人")
                .doesNotContain(absent + "<");
        assertThat(asked(CITY, "?state=KEPT")).bodyText().contains(half + "<");
        assertThat(asked(CITY, "?q=" + absent))
                .bodyText()
                .contains("1 人", absent + "<")
                .doesNotContain(half + "<");
        assertThat(asked(CITY, "?state=PASSED")).bodyText().contains("0 人");
        assertThat(exported("")).isEqualTo(2);
        assertThat(exported("?state=KEPT")).isEqualTo(1);
        assertThat(exported("?q=" + absent + "&state=KEPT")).isZero();
        assertThat(asked(OTHER_CITY, "?state=KEPT")).hasStatus(404);
        assertThat(asked(OTHER_CITY, "/export?state=KEPT")).hasStatus(404);
    }

    private MvcTestResult asked(Actor actor, String what) {
        return PagesAs.actor(context, actor)
                .get()
                .uri("/authority/scores/" + session + "/330100" + what)
                .exchange();
    }

    /** Rows below the heading. */
    private int exported(String what) throws IOException {
        var file = asked(CITY, "/export" + what).getResponse().getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return book.getSheetAt(0).getLastRowNum();
        }
    }

    private Slice<ResultView> found(Actor actor, ResultFilter filter, Paging paging) {
        return scores.results(actor, session, HANGZHOU, filter, paging);
    }

    private List<String> names(String text, @Nullable ResultState state) {
        var filter = new ResultFilter(text, state, ResultFilter.Column.OUTCOME, true);
        var exported = new ArrayList<ResultView>();
        scores.export(CITY, session, HANGZHOU, filter, exported::add);
        assertThat(found(CITY, filter, new Paging(1, 20)).rows()).isEqualTo(exported);
        return exported.stream().map(ResultView::name).toList();
    }

    @Test
    void saysWhoPassedAndKeepsWhatWasPassedForAYear() throws IOException {
        everything();
        on(PUBLISHED);
        release();

        var results = scores.results(READER, session, HANGZHOU);
        assertThat(results).filteredOn(ResultView::passed).hasSize(1);
        var failed = results.stream().filter(result -> !result.passed()).findFirst().orElseThrow();
        assertThat(failed.open()).containsExactly(ScoredSubject.SKILLS, ScoredSubject.REVIEW);
        assertThat(failed.publishedOn()).isEqualTo(PUBLISHED);
        assertThat(kept(failed.person(), LocalDate.of(2022, 11, 20))).containsExactly("THEORY");
        assertThat(kept(failed.person(), LocalDate.of(2022, 11, 21))).isEmpty();
        var passed = results.stream().filter(ResultView::passed).findFirst().orElseThrow();
        assertThat(kept(passed.person(), PUBLISHED)).isEmpty();
    }

    private List<String> kept(PersonId person, LocalDate on) {
        return skills.of(person, on).stream()
                .map(SkillEntry::fact)
                .filter(fact -> fact.kind() == SkillKind.SUBJECT_KEPT)
                .map(fact -> String.valueOf(fact.skill().subject()))
                .toList();
    }

    @Test
    void isSeenByItsOwnerAndTheCityOnly() throws IOException {
        everything();
        release();
        var result = scores.results(READER, session, HANGZHOU).getFirst();
        var owner = candidate(result.person());

        assertThat(scores.listOf(owner, result.person())).containsExactly(result);
        assertThat(scores.result(CITY, session, result.examinee())).isEqualTo(result);
        assertThat(scores.results(OTHER_CITY, session, HANGZHOU)).isEmpty();
        assertThat(scores.listOf(candidate(PersonId.next()), result.person())).isEmpty();
        for (var stranger : List.of(OTHER_CITY, candidate(PersonId.next()))) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> scores.result(stranger, session, result.examinee()));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> scores.find(stranger, session, HANGZHOU));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> scores.template(stranger, session, HANGZHOU));
        }
    }

    private static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "沈清和",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "test");
    }
}
