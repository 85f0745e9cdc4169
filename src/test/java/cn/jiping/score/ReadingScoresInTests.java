package cn.jiping.score;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.score.Marking.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.ExamDue;
import cn.jiping.exam.ExamDues;
import cn.jiping.exam.IncidentDraft;
import cn.jiping.exam.Incidents;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.SittingPlace;
import cn.jiping.shared.InvalidInput;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReadingScoresInTests extends AfterTheExamination {
    @Autowired ExamDays days;
    @Autowired ExamDues dues;
    @Autowired Incidents incidents;

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
        var file = marking.file(List.of(row(0, 60, 61.5, 100)));
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
}
