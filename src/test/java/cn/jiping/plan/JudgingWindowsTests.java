package cn.jiping.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 浙江 2021 通知 一（二）: the windows of the session of 2021-10-23. */
class JudgingWindowsTests {
    @ParameterizedTest
    @CsvSource({
        "REGISTRATION, 2021-07-13, false",
        "REGISTRATION, 2021-07-14, true",
        "REGISTRATION, 2021-07-15, true",
        "REGISTRATION, 2021-07-27, true",
        "REGISTRATION, 2021-07-28, true",
        "REGISTRATION, 2021-07-29, false",
        "FIRST_REVIEW, 2021-07-13, false",
        "FIRST_REVIEW, 2021-07-14, true",
        "FIRST_REVIEW, 2021-07-30, true",
        "FIRST_REVIEW, 2021-07-31, false",
        "PAYMENT, 2021-08-05, true",
        "PAYMENT, 2021-08-06, true",
        "PAYMENT, 2021-08-07, false",
        "TICKETS, 2021-10-17, false",
        "TICKETS, 2021-10-18, true",
        "TICKETS, 2021-10-23, true",
        "TICKETS, 2021-10-24, false",
    })
    void openAndCloseOnTheDaysOfTheNotice(SessionWindow window, LocalDate on, boolean open) {
        var calendar =
                SessionCalendar.of(
                        ProgramBook.inForce(), PlanFixtures.ZHEJIANG, PlanFixtures.OCTOBER);
        var session = calendar.session();
        var days = new SessionDays(session.examOn(), session.windows(), session.source());

        var ruling = days.judge(window, on);

        assertThat(ruling instanceof Ruling.Met).isEqualTo(open);
        assertThat(ruling.reasons())
                .isNotEmpty()
                .allSatisfy(reason ->
                        assertThat(reason.source()).isEqualTo(new Source.Clause("ZJ2021", "一(二)")));
    }

    @ParameterizedTest
    @CsvSource({"2017-03-15, true", "2017-12-31, true", "2017-03-14, false"})
    void whatTheDocumentDoesNotLimitStaysOpenOnceRegistrationIs(LocalDate on, boolean open) {
        var calendar =
                SessionCalendar.of(
                        ProgramBook.inForce(), new Jurisdiction("22"), new SessionCode("2017-05"));
        var session = calendar.session();
        var days = new SessionDays(session.examOn(), session.windows(), session.source());

        assertThat(days.judge(SessionWindow.PAYMENT, on) instanceof Ruling.Met).isEqualTo(open);
    }
}
