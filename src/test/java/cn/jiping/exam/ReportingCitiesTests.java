package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PAID;
import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.clerk;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.testing.PagesAs;
import cn.jiping.testing.Together;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** What Hangzhou and Ningbo report of October 2021, due on 13 August. */
@ExamTest
class ReportingCitiesTests {
    private static final LocalDate DUE = LocalDate.of(2021, 8, 13);
    private static final String ASSESSORS = "焊工考评员 6 人，从省级考评员库选派";

    @Autowired Autumn autumn;
    @Autowired CityReports reports;
    @Autowired JdbcClient jdbc;
    @Autowired WebApplicationContext context;
    private SessionId session = SessionId.next();

    @BeforeEach
    void twelveInHangzhouAfterPayment() {
        session = autumn.announced();
        autumn.registered(session, HANGZHOU, "焊工", 12);
        autumn.becomes(PAID.plusDays(1));
    }

    private CityReportView report() {
        return reports.find(clerk(HANGZHOU), session, HANGZHOU);
    }

    private void confirm() {
        reports.confirm(clerk(HANGZHOU), session, HANGZHOU, ASSESSORS, report().version());
    }

    private long tasks(String status) {
        return jdbc.sql(
                        "select count(*) from task.task where kind = 'exam-city-report' and status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    @Test
    void areAskedOfEveryCityOnceTheNumbersAreFinal() {
        assertThat(reports.list(Actor.program("test"), session)).hasSize(11);
        assertThat(tasks("OPEN")).isEqualTo(11);
        assertThat(report().term())
                .isEqualTo(new CityReportView.Term(DUE, new Source.Clause("ZJ2021", "二(二)")));
    }

    @Test
    void areFilledFromWhatThePlatformHolds() {
        autumn.site(HANGZHOU);

        var content = report().content();

        assertThat(content.registered()).isEqualTo(12);
        assertThat(content.lines()).hasSize(1);
        assertThat(content.lines().getFirst().theory()).isEqualTo(12);
        assertThat(content.lines().getFirst().skills()).isEqualTo(12);
        assertThat(content.lines().getFirst().review()).isZero();
        assertThat(content.papers()).isEqualTo(24);
        assertThat(content.sites()).hasSize(1);
    }

    @Test
    void keepWhatWasConfirmed() {
        confirm();
        reports.confirm(clerk(HANGZHOU), session, HANGZHOU, ASSESSORS, 0);

        autumn.registered(session, HANGZHOU, "焊工", 1);

        assertThat(report().status()).isEqualTo(CityReportStatus.CONFIRMED);
        assertThat(report().content().registered()).isEqualTo(12);
        assertThat(report().content().assessors()).isEqualTo(ASSESSORS);
        assertThat(report().changed()).isTrue();
        assertThat(report().copies()).hasSize(1);
        assertThat(report().overdue()).isFalse();
        assertThat(tasks("DONE")).isEqualTo(1);
    }

    @Test
    void areConfirmedOnceByTwoClicksAtOnce() {
        Together.twice(() -> reports.confirm(clerk(HANGZHOU), session, HANGZHOU, ASSESSORS, 0));

        assertThat(report().version()).isEqualTo(1);
        assertThat(report().copies()).hasSize(1);
    }

    @Test
    void areOpenedAgainByTheProvinceAlone() {
        confirm();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reports.reopen(clerk(HANGZHOU), session, HANGZHOU, "改", 1));

        reports.reopen(PROVINCE_APPROVER, session, HANGZHOU, "考评人员不足", 1);

        assertThat(report().status()).isEqualTo(CityReportStatus.OPEN);
        assertThat(report().reopened()).isEqualTo("考评人员不足");
        assertThat(tasks("OPEN")).isEqualTo(11);
        autumn.becomes(DUE.plusDays(1));
        confirm();
        assertThat(report().copies())
                .extracting(CityReportView.Copy::late)
                .containsExactly(false, true);
        assertThat(report().overdue()).isFalse();
    }

    @Test
    void areMarkedLateAfterTheDay() {
        autumn.becomes(DUE);
        assertThat(report().overdue()).isFalse();
        autumn.becomes(DUE.plusDays(1));
        assertThat(report().overdue()).isTrue();

        confirm();

        assertThat(report().overdue()).isTrue();
        assertThat(report().copies().getFirst().late()).isTrue();
    }

    @Test
    void nameTheAssessors() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> reports.confirm(clerk(HANGZHOU), session, HANGZHOU, " ", 0));
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(
                        () -> reports.confirm(clerk(HANGZHOU), session, HANGZHOU, ASSESSORS, 7));
    }

    @Test
    void sayWhoConfirmedWhatSomebodySawOtherwise() {
        confirm();

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> reports.reopen(PROVINCE_APPROVER, session, HANGZHOU, "改", 0))
                .returns(clerk(HANGZHOU).name(), Stale::changedBy)
                .satisfies(stale -> assertThat(stale.changedAt()).isNotNull());
    }

    @Test
    void sayWhoOpenedThemAgainMeanwhile() {
        confirm();
        reports.reopen(PROVINCE_APPROVER, session, HANGZHOU, "考评人员不足", 1);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> reports.reopen(PROVINCE_APPROVER, session, HANGZHOU, "改", 1))
                .returns(PROVINCE_APPROVER.name(), Stale::changedBy)
                .satisfies(stale -> assertThat(stale.changedAt()).isNotNull());
    }

    @Test
    void stayHiddenFromTheNeighbour() {
        var list = "/authority/exams/" + session + "/reports";
        var neighbour = as(clerk(NINGBO));
        assertThat(neighbour.get().uri(list)).hasStatusOk().bodyText().doesNotContain("杭州市");
        assertThat(neighbour.get().uri(list + "/330100")).hasStatus(404);
        assertThat(neighbour.get().uri(list + "/330100/export")).hasStatus(404);
        assertThat(
                        neighbour
                                .post()
                                .uri(list + "/330100/confirmation")
                                .param("assessors", "x")
                                .param("version", "0"))
                .hasStatus(404);
        assertThat(
                        neighbour
                                .post()
                                .uri(list + "/330100/reopening")
                                .param("reason", "x")
                                .param("version", "0"))
                .hasStatus(404);
    }

    @Test
    void showHowManyDaysAreLeft() {
        var list = "/authority/exams/" + session + "/reports";
        var clerk = as(clerk(HANGZHOU));
        assertThat(clerk.get().uri(list)).bodyText().contains("8月13日 24:00", "还剩 6 天");
        assertThat(clerk.get().uri(list + "/330100")).bodyText().contains("还剩 6 天");
        confirm();
        assertThat(clerk.get().uri(list)).bodyText().contains("按期完成").doesNotContain("还剩");
        autumn.becomes(DUE.plusDays(2));
        assertThat(as(clerk(NINGBO)).get().uri(list)).bodyText().contains("超期 2 天");
    }

    private MockMvcTester as(Actor actor) {
        return PagesAs.actor(context, actor);
    }

    @Test
    void showTheProvinceWhoIsLate() {
        confirm();
        autumn.becomes(DUE.plusDays(1));
        var list = "/authority/exams/" + session + "/reports";
        assertThat(as(PROVINCE_APPROVER).get().uri(list + "?state=LATE"))
                .hasStatusOk()
                .bodyText()
                .contains("宁波市", "逾期", "二(二)")
                .doesNotContain("/reports/330100");
        assertThat(as(PROVINCE_APPROVER).get().uri(list + "/export?state=OPEN")).hasStatusOk();
    }
}
