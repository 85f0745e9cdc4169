package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Unanswerable;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Answers that are kept with their facts and the version of the law. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class KeepingDecisionsTests {
    private static final Actor PROGRAM = Actor.program("tests");
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final String RESIT =
            """
            {"on": "2022-05-10", "publishedOn": "2021-11-20", "resitsUsed": 1}
            """;

    @Autowired Decisions decisions;
    @Autowired Policies policies;

    private static DecisionDraft about(String id, String key, String facts) {
        return new DecisionDraft(
                new DecisionDraft.About("application", id), "resit", key, facts, HANGZHOU, null);
    }

    @Test
    void holdTheFactsTheAnswerAndTheVersionOfTheLaw() {
        var decision = decisions.decide(PROGRAM, about("A1", "first", RESIT));

        assertThat(decision.asked())
                .isEqualTo(
                        new Decision.Asked(
                                "resit", RESIT, new Jurisdiction("33"), LocalDate.of(2022, 5, 10)));
        assertThat(decision.verdict().allowed()).isFalse();
        assertThat(decision.verdict().reasons().getFirst().code()).isEqualTo("resit.already-used");
        assertThat(decision.law()).isEqualTo(policies.book().hash());
    }

    @Test
    void sayTheSameWhenAskedAgainUnderTheSameKey() {
        var first = decisions.decide(PROGRAM, about("A2", "first", RESIT));
        var again = decisions.decide(PROGRAM, about("A2", "first", RESIT.replace("1}", "0}")));
        var other = decisions.decide(PROGRAM, about("A2", "second", RESIT.replace("1}", "0}")));

        assertThat(again).isEqualTo(first);
        assertThat(other.verdict().allowed()).isTrue();
    }

    @Test
    void areSeenOnlyInsideTheScope() {
        var draft = about(Ids.next().toString(), "first", RESIT);
        decisions.decide(PROGRAM, draft);

        assertThat(decisions.about(in(HANGZHOU), draft.about())).hasSize(1);
        assertThat(decisions.about(in(new DivisionCode("330200")), draft.about())).isEmpty();
    }

    private static Actor in(DivisionCode division) {
        return new Actor(
                null, null, "方如许", null, "", Scope.ofDivisions(Set.of(division)), "127.0.0.1");
    }

    @Test
    void areNotKeptWhereNothingAnswersOrAFactIsWrong() {
        var nowhere = about("A3", "first", RESIT.replace("{", "{\"jurisdiction\": \"44\", "));
        var wrong = about("A3", "first", "{\"on\": \"yesterday\"}");

        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> decisions.decide(PROGRAM, nowhere));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> decisions.decide(PROGRAM, wrong));
        assertThat(decisions.about(PROGRAM, nowhere.about())).isEmpty();
    }

    @Test
    void neverHoldTheNumberOfAPerson() {
        var named = about("A4", "first", "{\"occupation\": \"33010219900101123X\"}");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> decisions.decide(PROGRAM, named));
    }
}
