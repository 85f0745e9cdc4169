package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.database.Columns;
import cn.jiping.exam.Arrangements;
import cn.jiping.payment.OrderStatus;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A clock that jumps over all deadlines of the summer. */
class ComingTooLateTests extends ActingTwiceOrTooLate {
    @Test
    void aClockOverAllDeadlinesEndsEachAsItsStageWants() {
        var draft = season.applicants().filledIn(session, somebody("演示周启明"));
        var unreviewed = season.applicants().application(session, somebody("演示何清如"));
        var halfReviewed = season.applicants().sentToCity(session, somebody("演示水知白"));
        var unpaid = season.applicants().admitted(session, somebody("演示吴若水"));
        var paid = season.applicants().confirmed(session, person);
        var order = Objects.requireNonNull(view(unpaid).order());

        season.becomes(LocalDate.of(2021, 10, 18));

        assertThat(why(draft)).isEqualTo("NOT_HANDED_IN");
        assertThat(why(unreviewed)).isEqualTo("NOT_REVIEWED");
        assertThat(why(halfReviewed)).isEqualTo("NOT_REVIEWED");
        assertThat(why(unpaid)).isEqualTo("NOT_PAID");
        assertThat(payments.find(PROGRAM, order).status()).isEqualTo(OrderStatus.LAPSED);
        assertThat(view(paid).status()).isEqualTo(ApplicationStatus.CONFIRMED);
        assertThat(matters.the(Arrangements.class).listOf(PROGRAM, person)).hasSize(1);
    }

    private PersonId somebody(String name) {
        return matters.person(name);
    }

    private String why(ApplicationId id) {
        var view = view(id);
        assertThat(view.status()).isEqualTo(ApplicationStatus.LAPSED);
        assertThat(acts("registration.lapsed", id)).isEqualTo(1);
        return Objects.requireNonNull(view.ended()).why().name();
    }

    @Test
    void aClockOverAllDeadlinesTellsEachOnceAndLeavesTheLateTasksOpen() {
        var draft = somebody("演示周启明");
        var unreviewed = somebody("演示何清如");
        season.applicants().filledIn(session, draft);
        season.applicants().application(session, unreviewed);
        season.applicants().confirmed(session, person);

        season.becomes(LocalDate.of(2021, 10, 18));

        assertThat(told(draft)).isEqualTo(Map.of("registration.not-handed-in", 1L));
        assertThat(told(unreviewed))
                .isEqualTo(
                        Map.of(
                                "registration.handed-in",
                                1L,
                                "registration.sent-to-city",
                                1L,
                                "registration.not-reviewed",
                                1L));
        assertThat(open())
                .containsExactlyInAnyOrder("exam-city-report 1", "exam-small-group-propose 1");
    }

    private Map<String, Long> told(PersonId who) {
        return jdbc
                .sql("select template from notice.message where owner = :owner")
                .param("owner", who.value())
                .query((row, _) -> Columns.text(row, "template"))
                .list()
                .stream()
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    }

    /** What waits for Hangzhou, each kind with how often. */
    private List<String> open() {
        return jdbc.sql(
                        """
                        select kind || ' ' || count(*) as waiting
                        from task.task
                        where status in ('OPEN', 'CLAIMED') and place = 'D330100'
                        group by kind
                        """)
                .query((row, _) -> Columns.text(row, "waiting"))
                .list();
    }
}
