package cn.jiping.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jiping.certificate.CertificateFilter;
import cn.jiping.certificate.CertificateRow;
import cn.jiping.certificate.Certificates;
import cn.jiping.demo.DemoSeason.Ending;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.PracticalArrangements;
import cn.jiping.exam.PracticalState;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.SmallGroups;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.score.ResultView;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** A small season from the announcement to the certificates. */
@SpringBootTest(
        properties = {
            "jiping.clock.start=2021-07-01T09:00:00",
            "jiping.jobs.enabled=true",
            "demo.cities[0].city=330100",
            "demo.cities[0].welders=100",
            "demo.cities[0].guards=20",
            "demo.cities[0].inspectors=15",
            "demo.cities[1].city=330900",
            "demo.cities[1].welders=20",
            "demo.cities[1].guards=15",
            "demo.cities[1].inspectors=5"
        })
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayingASeasonTests {
    private static final Actor PROGRAM = Actor.program("test");

    @Autowired SeasonPlay play;
    @Autowired DemoSeason season;
    @Autowired Cast cast;
    @Autowired Registering registering;
    @Autowired TheSession session;
    @Autowired Scores scores;
    @Autowired Certificates certificates;
    @Autowired Arrangements arrangements;
    @Autowired SmallGroups small;
    @Autowired PracticalArrangements practicals;
    @Autowired JdbcClient jdbc;

    @BeforeAll
    void playsToTheEnd() {
        play.play();
    }

    @Test
    void tellsWhatBecameOfEverybody() {
        var told = Objects.requireNonNull(season.progress().told());

        var autumn = told.parts().getFirst();
        assertThat(autumn.all()).isEqualTo(cast.players().size());
        assertThat(autumn.endings().stream().mapToInt(autumn::of).sum()).isEqualTo(autumn.all());
        assertThat(autumn.rows().stream().filter(row -> row.all() > 0))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.of(Ending.PASSED)).isPositive());
        assertThat(told.whys()).allSatisfy(why -> assertThat(why.source()).isNotBlank());
    }

    /** ZJ2021 二(二): 单科合格的，保留一年，可以补考一次. */
    @Test
    void whoeverLeftASubjectOpenSatForThatOneAlone() {
        var resitting =
                onStage(
                        Season.SPRING,
                        () ->
                                session.cast().players().stream()
                                        .filter(player -> fateOf(player) == Fate.FAILS_ONE)
                                        .map(player -> registering.own(player).orElseThrow())
                                        .toList());

        assertThat(resitting)
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.about().subjects()).hasSize(1));
        assertThat(spring().endings())
                .contains(Ending.PASSED, Ending.RESIT_PASSED)
                .doesNotContain(Ending.RUNNING, Ending.NOT_YET);
    }

    private Fate fateOf(Player player) {
        return cast.named(player.name()).fate();
    }

    private DemoSeason.Part spring() {
        return Objects.requireNonNull(season.progress().told()).parts().getLast();
    }

    private <T> T onStage(Season other, Supplier<T> asked) {
        session.turnTo(other);
        try {
            return asked.get();
        } finally {
            session.turnTo(Season.AUTUMN);
        }
    }

    @Test
    void whoeverHasNoPhoneWasRegisteredAtTheCounter() {
        assertThat(cast.with(Fate.AT_THE_COUNTER))
                .isNotEmpty()
                .map(player -> registering.own(player).orElseThrow())
                .allSatisfy(view -> assertThat(view.about().counter()).isNotNull());
    }

    @Test
    void nobodyRegistersOutsideTheWindow() {
        var outside = cast.with(Fate.TOO_EARLY, Fate.TOO_LATE);

        assertThat(outside).isNotEmpty();
        assertThat(outside).allSatisfy(player -> assertThat(registering.own(player)).isEmpty());
    }

    @Test
    void nobodyHandsInWithoutACondition() {
        var lacking = cast.with(Fate.TOO_FEW_YEARS, Fate.NO_CERTIFICATE);

        assertThat(lacking).isNotEmpty();
        assertThat(lacking.stream().map(player -> registering.own(player).orElseThrow()))
                .allSatisfy(view -> assertThat(view.submitted()).isNull());
    }

    @Test
    void whoeverPassedHasOneCertificateAndNobodyElse() {
        certifiedIsWhoeverPassed();
    }

    private boolean certifiedIsWhoeverPassed() {
        var passed =
                results().stream()
                        .filter(ResultView::passed)
                        .map(ResultView::name)
                        .sorted()
                        .toList();

        assertThat(passed).isNotEmpty();
        assertThat(issued().stream().map(CertificateRow::holder).sorted()).isEqualTo(passed);
        return true;
    }

    @Test
    void whoeverPassedInSpringHasOneCertificateAndNobodyElse() {
        assertThat(onStage(Season.SPRING, this::certifiedIsWhoeverPassed)).isTrue();
        assertThat(issuedOn(Season.SPRING)).doesNotContainAnyElementsOf(issuedOn(Season.AUTUMN));
    }

    private List<String> issuedOn(Season season) {
        return onStage(season, () -> issued().stream().map(CertificateRow::number).toList());
    }

    @Test
    void whoeverSatInSpringWasAdmittedByBothReviews() {
        var sat = onStage(Season.SPRING, this::applicationsOfThoseWhoSat);

        assertThat(sat)
                .isNotEmpty()
                .allSatisfy(PlayingASeasonTests::closed)
                .anySatisfy(view -> assertThat(view.about().resit()).isNotNull())
                .anySatisfy(view -> assertThat(view.about().resit()).isNull());
    }

    private List<ApplicationView> applicationsOfThoseWhoSat() {
        return results().stream()
                .map(result -> session.cast().named(result.name()))
                .map(player -> registering.own(player).orElseThrow())
                .toList();
    }

    @Test
    void whoeverSatWasAdmittedByBothReviews() {
        assertThat(results().stream().map(result -> cast.named(result.name())))
                .map(player -> registering.own(player).orElseThrow())
                .allSatisfy(PlayingASeasonTests::closed);
    }

    private static void closed(ApplicationView view) {
        assertThat(view.status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(view.reviews()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(view.reviews().getLast().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void everyFateComesOutAsMeant() {
        for (var player : cast.with(Fate.NEVER_PAYS, Fate.PAYS_TOO_LATE, Fate.UNFINISHED)) {
            assertThat(registering.own(player).orElseThrow().status())
                    .as("%s", player.fate())
                    .isEqualTo(ApplicationStatus.LAPSED);
        }
        for (var player : cast.with(Fate.REFUSED_BY_THE_BODY, Fate.REFUSED_BY_THE_CITY)) {
            assertThat(registering.own(player).orElseThrow().status())
                    .isEqualTo(ApplicationStatus.REFUSED);
        }
    }

    /** ZJ2021 二(二): 同一职业等级鉴定申请人数不足10人的，将进行资源统筹或调整鉴定时间. */
    @Test
    void noGroupUnderTenIsSeated() {
        assertThat(allGroups()).isNotEmpty().allMatch(n -> n >= 10);
    }

    @Test
    void noGroupUnderTenIsSeatedInSpring() {
        assertThat(onStage(Season.SPRING, this::allGroups)).isNotEmpty().allMatch(n -> n >= 10);
        assertThat(onStage(Season.SPRING, () -> small.list(PROGRAM, session.id())))
                .isNotEmpty()
                .noneMatch(group -> group.status().waiting());
    }

    private List<Long> allGroups() {
        return session.cities().stream().flatMap(this::groups).toList();
    }

    /** ZJ2021 二(二): 调整鉴定时间; those who were moved have results and certificates like all others. */
    @Test
    void whoeverWasMovedSatOnADayOfTheirOwn() {
        var moved =
                Stream.of(Season.values())
                        .flatMap(each -> onStage(each, session::otherDay).stream())
                        .toList();

        assertThat(moved).isNotEmpty();
        for (var id : moved) {
            var passed = results(id).stream().filter(ResultView::passed).count();
            assertThat(results(id)).isNotEmpty();
            assertThat(issued(id)).hasSize(Math.toIntExact(passed));
        }
    }

    private Stream<Long> groups(DivisionCode city) {
        return session.hasRoster(city)
                ? arrangements.seats(PROGRAM, session.id(), city).stream()
                        .collect(Collectors.groupingBy(SeatView::occupation, Collectors.counting()))
                        .values()
                        .stream()
                : Stream.empty();
    }

    @Test
    void whoeverStayedAwayIsAbsentInEverySubject() {
        assertThat(results().stream().filter(result -> fate(result) == Fate.ABSENT))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.marks().values()).containsOnlyNulls());
    }

    private Fate fate(ResultView result) {
        return cast.named(result.name()).fate();
    }

    @Test
    void everybodyIsToldWhereToComeAndWhatTheyScored() {
        assertThat(practicals.list(PROGRAM, session.id()))
                .isNotEmpty()
                .allMatch(group -> group.state() == PracticalState.ENTERED);
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        count("notice.message where template like 'score.%'")
                                == count("score.result"));
        assertThat(count("notice.message where template = 'exam.practical-entered'")).isPositive();
    }

    private long count(String of) {
        return jdbc.sql("select count(*) from " + of).query(Long.class).single();
    }

    @Test
    void playedAgainNothingHappens() {
        var before = acts();

        play.play();

        assertThat(acts()).isEqualTo(before);
    }

    private long acts() {
        return jdbc.sql("select count(*) from audit.act").query(Long.class).single();
    }

    private List<ResultView> results() {
        return results(session.id());
    }

    private List<ResultView> results(SessionId of) {
        return session.cities().stream()
                .flatMap(city -> scores.results(PROGRAM, of, city).stream())
                .toList();
    }

    private List<CertificateRow> issued() {
        return issued(session.id());
    }

    private List<CertificateRow> issued(SessionId of) {
        var all = new ArrayList<CertificateRow>();
        certificates.export(PROGRAM, filter(of), all::add);
        return all;
    }

    private static CertificateFilter filter(SessionId of) {
        return new CertificateFilter(
                "", null, of, null, null, CertificateFilter.Column.NUMBER, false);
    }
}
