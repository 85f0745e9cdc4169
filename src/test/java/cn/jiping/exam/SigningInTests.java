package cn.jiping.exam;

import static cn.jiping.exam.October.INVIGILATOR;
import static cn.jiping.exam.October.OF_ANOTHER_BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.OTHER_CITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.registration.RegistrationTest;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Stale;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The morning of 23 October 2021 in the first room of Hangzhou. */
@RegistrationTest
@SuppressWarnings("NullAway.Init") // filled before each test
class SigningInTests {
    @Autowired ApplicationContext context;
    @Autowired ExamDays days;
    @Autowired AttendanceCorrections corrections;
    private October october;
    private SittingPlace theory;
    private SeatView first;

    @BeforeEach
    void seated() {
        october = October.arranged(context);
        theory = october.place("第1考场", Sitting.THEORY);
        first = october.seats("第1考场").getFirst();
    }

    private SignedIn signIn(String ticket) {
        return days.signIn(CITY, theory, ticket);
    }

    private RoomSitting sitting() {
        return days.sitting(CITY, theory);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(DayRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    @Test
    void opensAnHourBeforeTheStartAndEndsHalfAnHourAfter() {
        october.at("2021-10-23T07:29");
        refused("sign-in-early", () -> signIn(first.ticket()));
        october.at("2021-10-23T07:30");
        assertThat(signIn(first.ticket()).again()).isFalse();

        var second = october.seats("第1考场").getLast();
        october.at("2021-10-23T09:00");
        refused("sign-in-late", () -> signIn(second.ticket()));
    }

    @Test
    void tellsOfASecondScanThatItIsDone() {
        october.at("2021-10-23T08:10");
        signIn(" " + first.ticket() + " ");

        var again = days.signIn(INVIGILATOR, theory, first.ticket());

        assertThat(again.again()).isTrue();
        assertThat(again.by().name()).isEqualTo(CITY.name());
        assertThat(sitting()).returns(1, RoomSitting::present).returns(1, RoomSitting::waiting);
    }

    @Test
    void sendsWhoeverIsWrongHereWhereTheyBelong() {
        october.at("2021-10-23T08:10");
        var elsewhere = october.seats("第2考场").getFirst();

        refused("ticket-of-other-room", () -> signIn(elsewhere.ticket()));
        refused("ticket-of-other-session", () -> signIn("202205330100001"));
        refused("unknown-ticket", () -> signIn("202110330199999"));
        refused(
                "ticket-of-practical",
                () -> days.signIn(CITY, october.place("第1考场", Sitting.REVIEW), first.ticket()));
    }

    @Test
    void takesAWholeRoomAtOnce() {
        october.at("2021-10-23T08:10");
        var all = october.seats("第1考场").stream().map(SeatView::examinee).toList();

        assertThat(days.signIn(CITY, theory, all)).isEqualTo(2);
        assertThat(days.signIn(CITY, theory, all)).isZero();
        var other = october.seats("第2考场").getFirst().examinee();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> days.signIn(CITY, theory, List.of(other)));
    }

    @Test
    void makesAbsentWhoeverHasNotComeWhenItIsClosed() {
        october.at("2021-10-23T08:10");
        signIn(first.ticket());
        refused("sitting-not-over", () -> days.close(CITY, theory, 1));
        october.at("2021-10-23T09:05");
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> days.close(CITY, theory, 2))
                .returns(CITY.name(), Stale::changedBy)
                .satisfies(stale -> assertThat(stale.changedAt()).isNotNull());

        days.close(CITY, theory, 1);
        days.close(CITY, theory, 1);

        assertThat(sitting()).returns(1, RoomSitting::present).returns(1, RoomSitting::absent);
        assertThat(days.phase(sitting())).isEqualTo(SittingPhase.CLOSED);
        assertThat(days.register(CITY, october.id(), HANGZHOU))
                .filteredOn(line -> line.sitting() == Sitting.THEORY)
                .extracting(ExamDays.Line::state)
                .contains(Attendance.PRESENT, Attendance.ABSENT);
    }

    @Test
    void isCorrectedWithAReason() {
        october.at("2021-10-23T08:10");
        signIn(first.ticket());
        corrections.correct(INVIGILATOR, theory, first.examinee(), "扫错了准考证");
        assertThat(sitting().present()).isZero();
        refused("not-marked", () -> corrections.correct(CITY, theory, first.examinee(), "扫错了准考证"));

        october.at("2021-10-23T09:05");
        days.close(CITY, theory, 2);
        corrections.correct(CITY, theory, first.examinee(), "已在考场，漏扫");
        assertThat(sitting()).returns(1, RoomSitting::present).returns(1, RoomSitting::absent);
        refused("sign-in-late", () -> days.signIn(CITY, theory, List.of(first.examinee())));
    }

    @Test
    void lastsAWeekForWhatIsPractical() {
        var practical = october.place("第1考场", Sitting.REVIEW_PRACTICAL);
        october.at("2021-10-30T16:00");

        days.signIn(CITY, practical, first.ticket());
        days.close(CITY, practical, 1);

        assertThat(days.sitting(CITY, practical).absent()).isOne();
    }

    @Test
    void isNobodysElsesBusiness() {
        october.at("2021-10-23T08:10");
        for (var stranger : List.of(OTHER_CITY, OF_ANOTHER_BODY)) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> days.signIn(stranger, theory, first.ticket()));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> days.attendees(stranger, theory));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> days.register(stranger, october.id(), HANGZHOU));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(
                            () -> corrections.correct(stranger, theory, first.examinee(), "误记"));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> days.close(stranger, theory, 2));
        }
        assertThat(days.listOf(OF_ANOTHER_BODY)).isEmpty();
        assertThat(days.listOf(INVIGILATOR)).hasSize(1);
    }
}
