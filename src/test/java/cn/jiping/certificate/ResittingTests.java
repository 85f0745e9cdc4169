package cn.jiping.certificate;

import static cn.jiping.plan.PlanFixtures.APPROVER;
import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static cn.jiping.plan.PlanFixtures.ZHEJIANG;
import static cn.jiping.plan.PlanFixtures.offer;
import static cn.jiping.score.Marking.RELEASER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.GroupMeasure;
import cn.jiping.exam.NineOthers;
import cn.jiping.exam.SmallGroups;
import cn.jiping.exam.Subject;
import cn.jiping.payment.FeeItem;
import cn.jiping.payment.FeeLine;
import cn.jiping.payment.Payments;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.LawInForce;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.ResitChance;
import cn.jiping.registration.ResitFilter;
import cn.jiping.registration.ResitRow;
import cn.jiping.registration.Resits;
import cn.jiping.registration.Summer;
import cn.jiping.score.Marking;
import cn.jiping.score.ScoredSubject;
import cn.jiping.score.Scores;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import cn.jiping.testing.PagesAs;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** A welder who passed one or two of three subjects in October 2021 registers again in May 2022. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ResittingTests {
    private static final Source CLAUSE = new Source.Clause("ZJ2021", "二(二)");

    @Autowired Summer summer;
    @Autowired Arrangements arrangements;
    @Autowired SmallGroups groups;
    @Autowired Applications applications;
    @Autowired Resits resits;
    @Autowired Payments payments;
    @Autowired Scores scores;
    @Autowired Certificates certificates;
    @Autowired ExamSessions sessions;
    @Autowired WebApplicationContext web;
    @Autowired JdbcClient jdbc;
    private Marking marking;
    private SessionView october;
    private Actor candidate;

    @BeforeEach
    void inOctober() {
        marking = new Marking(web);
        jdbc.sql("update payment.payment_order set status = 'LAPSED' where status = 'OPEN'")
                .update();
        october = summer.announced();
        if (sessions.open(ZHEJIANG).isEmpty()) {
            new LawInForce(web).with2022();
        }
        candidate = summer.somebody();
    }

    /** Sits in October for everything; published on a day of the year after. */
    private void sat(String publishedOn, Object... marks) throws IOException {
        summer.becomes("2021-07-20");
        summer.paid(summer.admitted(candidate, october));
        var others = NineOthers.enter(arrangements, october.id());
        summer.becomes("2021-08-09");
        marking.seat(october.id());
        summer.becomes(publishedOn);
        others.leave();
        marking.readIn(october.id(), marks);
        marking.release(october.id());
    }

    private SessionView may() {
        return next("2022-05", "2022-02-20");
    }

    /** A later session, announced and taken up by Hangzhou, on a day of its registration. */
    private SessionView next(String code, String on) {
        var id =
                sessions.draft(
                        CLERK,
                        new SessionDraft(
                                ZHEJIANG,
                                new SessionCode(code),
                                "浙江省" + code + "职业资格全省统一鉴定",
                                List.of(offer("焊工")),
                                Ids.next().toString()));
        sessions.announce(APPROVER, id, 0);
        sessions.accept(CITY, id, HANGZHOU, BODY, "0571-00000000", 0);
        summer.becomes(on);
        return sessions.find(CLERK, id);
    }

    @Test
    void sitsForTheOpenSubjectOnlyAndGetsTheCertificate() throws IOException {
        sat("2021-11-20", 60, 59.5, 80);
        var may = may();

        var id = summer.admitted(candidate, may);

        var view = summer.view(id);
        assertThat(view.about().subjects()).containsExactly(FeeItem.SKILLS);
        assertThat(lines(view)).containsExactly(FeeItem.SKILLS);
        summer.paid(id);
        assertThat(entry(id).subjects()).containsExactly(Subject.SKILLS);
        var others = NineOthers.enter(arrangements, may.id());
        summer.becomes("2022-03-10");
        marking.seat(may.id());
        summer.becomes("2022-05-23");
        others.leave();
        marking.readIn(may.id(), "", 60, "");
        summer.becomes("2022-06-15");
        marking.release(may.id());
        assertThat(scores.listOf(candidate, person()).getFirst().passed()).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> certificates.listOf(candidate, person()).size() == 1);
    }

    /** 保留一年 ends on 2022-11-20; the resit was granted for May, and the province moved it. */
    @Test
    void losesNothingWhenTheProvinceMovesItPastTheYear() throws IOException {
        sat("2021-11-20", 60, 59.5, 80);
        var may = may();
        summer.paid(summer.admitted(candidate, may));
        summer.becomes("2022-03-10");

        var another = moved(may, LocalDate.of(2022, 11, 26));
        summer.becomes("2022-11-10");
        marking.seat(another.id());
        summer.becomes("2022-11-28");
        marking.readIn(another.id(), "", 60, "");
        marking.release(another.id());

        var result = scores.listOf(candidate, person()).getFirst();
        assertThat(result.passed()).isTrue();
        assertThat(scores.explain(another, result).kept())
                .containsOnlyKeys(ScoredSubject.THEORY, ScoredSubject.REVIEW);
    }

    private SessionView moved(SessionView session, LocalDate day) {
        var group = groups.list(RELEASER, session.id()).getFirst();
        groups.decide(
                RELEASER,
                session.id(),
                group.id(),
                new GroupMeasure.Move(day),
                "改期",
                group.version());
        return sessions.find(CLERK, sessions.onOtherDays(session.id()).getFirst().id());
    }

    private List<FeeItem> lines(ApplicationView view) {
        return payments
                .find(Actor.program("test"), Objects.requireNonNull(view.order()))
                .terms()
                .lines()
                .stream()
                .map(FeeLine::item)
                .toList();
    }

    private Entry entry(ApplicationId id) {
        return arrangements.listOf(candidate, person()).stream()
                .filter(one -> one.id().equals(id.value()))
                .findAny()
                .orElseThrow();
    }

    private PersonId person() {
        return Objects.requireNonNull(candidate.person());
    }

    @Test
    void saysWhatIsKeptUntilWhenByWhichClause() throws IOException {
        sat("2021-11-20", 60, 59.5, "缺考");
        var may = may();

        var chance = chance(may);

        assertThat(chance.offered()).isTrue();
        assertThat(chance.kept()).containsExactly(FeeItem.THEORY);
        assertThat(chance.open()).containsExactly(FeeItem.SKILLS, FeeItem.REVIEW);
        assertThat(chance.until()).isEqualTo(LocalDate.of(2022, 11, 20));
        assertThat(chance.ruling().reasons()).extracting(Reason::source).containsOnly(CLAUSE);
    }

    private ResitChance chance(SessionView session) {
        return applications.resits(candidate, session.id()).getFirst();
    }

    @Test
    void liesWithinTheYearOnItsLastDay() throws IOException {
        sat("2021-10-29", 60, 59.5, 80);

        assertThat(chance(examinedOn20221029()).offered()).isTrue();
    }

    private SessionView examinedOn20221029() {
        return next("2022-10", "2022-07-20");
    }

    @Test
    void beginsAnewOnceTheYearIsOver() throws IOException {
        sat("2021-10-28", 60, 59.5, 80);
        var late = examinedOn20221029();

        var chance = chance(late);
        var id = summer.admitted(candidate, late);

        assertThat(chance.offered()).isFalse();
        assertThat(codes(chance.ruling())).containsExactly("resit.retention-over");
        assertThat(summer.view(id).about().subjects()).containsExactly(FeeItem.values());
        assertThat(applications.resitDecision(candidate, id).orElseThrow().verdict().allowed())
                .isFalse();
    }

    private static List<String> codes(Ruling ruling) {
        return ruling.reasons().stream().map(reason -> reason.code().code()).toList();
    }

    @Test
    void isGivenOnceEvenToTheAbsent() throws IOException {
        sat("2021-11-20", 60, 59.5, 80);
        var may = may();
        var id = summer.admitted(candidate, may);
        summer.paid(id);
        var others = NineOthers.enter(arrangements, may.id());
        summer.becomes("2022-03-10");
        marking.seat(may.id());
        summer.becomes("2022-05-23");
        others.leave();
        marking.readIn(may.id(), "", "缺考", "");
        marking.release(may.id());

        var result = scores.listOf(candidate, person()).getFirst();
        var why = scores.explain(may, result);

        assertThat(why.mayResit()).isFalse();
        assertThat(codes(Objects.requireNonNull(why.resit())))
                .containsExactly("resit.already-used");
        assertThat(why.kept()).hasSize(2);
    }

    @Test
    void leavesNoSecondResitWhileTheFirstIsUnderWay() throws IOException {
        sat("2021-11-20", 60, 59.5, 80);
        summer.paid(summer.admitted(candidate, may()));

        var chance = chance(examinedOn20221029());

        assertThat(codes(chance.ruling())).containsExactly("resit.already-used");
    }

    @Test
    void isNotUsedByWithdrawing() throws IOException {
        sat("2021-11-20", 60, 59.5, 80);
        var may = may();
        var id = summer.admitted(candidate, may);

        applications.withdraw(candidate, id, summer.view(id).version(), "出差");

        assertThat(chance(may).offered()).isTrue();
    }

    @Test
    void isListedForItsCityOnly() throws IOException {
        sat("2021-11-20", 60, 59.5, 80);
        summer.admitted(candidate, may());

        var row = listed(CITY).getFirst();
        assertThat(row.open()).containsExactly(FeeItem.SKILLS);
        assertThat(row.kept()).containsExactly(FeeItem.THEORY, FeeItem.REVIEW);
        assertThat(listed(OTHER_CITY)).isEmpty();
        var list = "/authority/resits?subject=SKILLS&sort=-until";
        assertThat(PagesAs.actor(web, CITY).get().uri(list)).bodyText().contains("1 人", "周启明");
        assertThat(PagesAs.actor(web, CITY).get().uri("/authority/resits/export")).hasStatusOk();
        assertThat(PagesAs.actor(web, OTHER_CITY).get().uri(list))
                .bodyText()
                .contains("没有补考人员")
                .doesNotContain("周启明");
    }

    private List<ResitRow> listed(Actor actor) {
        var filter = new ResitFilter("", null, FeeItem.SKILLS, ResitFilter.Column.NAME, false);
        return resits.list(actor, filter, Paging.within(1, 20)).rows();
    }

    @Test
    void isNothingToSomebodyWhoPassedNothing() throws IOException {
        sat("2021-11-20", 10, 20, "缺考");

        assertThat(applications.resits(candidate, may().id())).isEmpty();
    }
}
