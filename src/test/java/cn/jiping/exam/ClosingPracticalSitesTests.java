package cn.jiping.exam;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.database.Columns;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.registration.RegistrationTest;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.Ids;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** A site of Hangzhou is put out of use after four welders were called there for their review. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ClosingPracticalSitesTests {
    private static final LocalDate SUNDAY = LocalDate.of(2021, 10, 24);

    @Autowired WebApplicationContext context;
    @Autowired PracticalArrangements practicals;
    @Autowired Sites sites;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired BusinessClock clock;
    private October october;
    private PracticalKey key;
    private SiteId site;

    @BeforeEach
    void calledThere() {
        jdbc.sql("delete from task.step").update();
        jdbc.sql("delete from task.task").update();
        october = October.arranged(context);
        key = practicals.list(CITY, october.id()).getFirst().key();
        site = site("评审点");
        entered(site, 0);
    }

    private SiteId site(String name) {
        return sites.open(
                CITY,
                new SiteDraft(
                        HANGZHOU, name + Ids.next(), "文三路 2 号", Set.of(SiteUse.THEORY), List.of()),
                Ids.next().toString());
    }

    private void entered(SiteId at, int seen) {
        practicals.enter(
                CITY, key, new PracticalDraft(at, SUNDAY, LocalTime.of(8, 30), ""), "停用", seen);
    }

    private List<String> tasks() {
        return jdbc.sql("select status from task.task where kind = :kind order by opened_at")
                .param("kind", PracticalSites.CHANGE.code())
                .query((row, _) -> Columns.text(row, "status"))
                .list();
    }

    @Test
    void isATaskUntilTheyAreCalledElsewhere() {
        sites.close(CITY, site, "拆迁", 0);

        assertThat(tasks()).containsExactly("OPEN");
        assertThat(practicals.find(CITY, key).state()).isEqualTo(PracticalState.SITE_CLOSED);
        var other = site("另一个评审点");
        entered(other, 1);
        assertThat(tasks()).containsExactly("DONE");

        sites.close(CITY, other, "又拆迁", 0);
        assertThat(tasks()).containsExactly("DONE", "OPEN");
    }

    @Test
    void isToBeDoneBeforeTheDay() {
        sites.close(CITY, site, "拆迁", 0);

        var due =
                jdbc.sql("select due_at from task.task where kind = :kind")
                        .param("kind", PracticalSites.CHANGE.code())
                        .query((row, _) -> Columns.instant(row, "due_at"))
                        .single();
        assertThat(due).isEqualTo(BusinessClock.endOf(SUNDAY.minusDays(1)));
    }

    @Test
    void isNoTaskWhereNobodyWasCalledOrTheDayIsOver() {
        sites.close(CITY, site("没有人的评审点"), "拆迁", 0);
        october.at("2021-10-25T09:00");
        sites.close(CITY, site, "拆迁", 0);

        assertThat(tasks()).isEmpty();
    }

    @Test
    void isNoTaskAnyMoreOnceEverybodyHasLeft() {
        sites.close(CITY, site, "拆迁", 0);

        for (var entry : List.copyOf(october.seats("第1考场"))) {
            withdraws(entry);
        }
        assertThat(tasks()).containsExactly("OPEN");
        for (var entry : List.copyOf(october.seats("第2考场"))) {
            withdraws(entry);
        }

        assertThat(tasks()).containsExactly("CANCELLED");
    }

    /** As registration tells it, in its own transaction. */
    private void withdraws(SeatView seat) {
        var application =
                new RegistrationEvent.ApplicationRef(
                        october.id(),
                        new ApplicationId(seat.examinee()),
                        seat.person(),
                        HANGZHOU,
                        BodyId.next());
        transaction.executeWithoutResult(_ ->
                events.publishEvent(new RegistrationEvent.Withdrawn(application, clock.now())));
    }
}
