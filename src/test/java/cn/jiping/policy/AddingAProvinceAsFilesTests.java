package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Source;
import cn.jiping.shared.Unanswerable;
import cn.jiping.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A province that nobody programmed: its law stands in files alone, and every topic takes them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class AddingAProvinceAsFilesTests {
    private static final LawBook BOOK = ProgramBook.inForce().amendedBy(ThirdProvince.files());

    @Autowired Policies policies;

    private Answer ask(String topic, Map<String, String> facts) {
        var given = new TreeMap<String, List<String>>();
        facts.forEach((name, value) -> given.put(name, List.of(value)));
        given.put("jurisdiction", List.of("99"));
        return policies.answer(topic, given, BOOK);
    }

    private static Source clause(String number) {
        return new Source.Clause("HW2025-1", number);
    }

    @Test
    void aResitIsJudgedByItsTwoYearsAndThreeTries() {
        var third =
                ask(
                        "resit",
                        Map.of("on", "2027-05-10", "publishedOn", "2025-05-10", "resitsUsed", "2"));
        var fourth =
                ask(
                        "resit",
                        Map.of("on", "2027-05-10", "publishedOn", "2025-05-10", "resitsUsed", "3"));
        var late =
                ask(
                        "resit",
                        Map.of("on", "2027-05-11", "publishedOn", "2025-05-10", "resitsUsed", "0"));

        assertThat(third.allowed()).isTrue();
        assertThat(third.reasons().getFirst().source()).isEqualTo(clause("三"));
        assertThat(fourth.allowed()).isFalse();
        assertThat(late.allowed()).isFalse();
    }

    @Test
    void sixPeopleMayRunAlone() {
        assertThat(ask("group-size", Map.of("on", "2025-05-01", "applicants", "6")).allowed())
                .isTrue();
        assertThat(ask("group-size", Map.of("on", "2025-05-01", "applicants", "5")).allowed())
                .isFalse();
    }

    @Test
    void itsSessionAndItsTermHaveTheirDays() {
        var window = ask("registration-window", Map.of("session", "2025-04")).plainOutcome();
        var due = ask("deadline", Map.of("what", "rectification", "event", "2025-04-30"));

        assertThat(window)
                .containsEntry("opensOn", "2025-03-03")
                .containsEntry("closesOn", "2025-03-14");
        assertThat(due.plainOutcome()).containsEntry("due", "2025-06-30");
        assertThat(due.reasons().getFirst().source()).isEqualTo(clause("四"));
    }

    @Test
    void aHigherTitleCountsForNothingThere() {
        var facts =
                Map.of(
                        "level", "2",
                        "on", "2025-05-01",
                        "applicant.title", "SENIOR",
                        "applicant.titleMatches", "true",
                        "applicant.yearsSinceTitle", "5");

        assertThat(ask("eligibility", facts).allowed()).isFalse();
    }

    @Test
    void beforeItsLawThereIsNone() {
        assertThatExceptionOfType(NoRule.class)
                .isThrownBy(() -> ask("group-size", Map.of("on", "2025-03-31", "applicants", "6")));
    }

    @TestFactory
    Stream<DynamicTest> everyTopicAnswersOrSaysThatNoRuleDoes() {
        return policies.topics().stream()
                .map(topic ->
                        DynamicTest.dynamicTest(topic.name(), () -> answersOrHasNoRule(topic)));
    }

    private void answersOrHasNoRule(DecisionTopic<?> topic) {
        var facts = new HashMap<>(topic.example());
        var asksWhose =
                FactView.of(topic.facts()).stream().anyMatch(f -> f.name().equals("jurisdiction"));
        if (!asksWhose) {
            return;
        }
        try {
            assertThat(ask(topic.name(), facts).reasons()).isNotEmpty();
        } catch (Unanswerable none) {
            assertThat(none.code()).isIn("policy.no-rule", "calendar.no-data");
        } catch (InvalidInput refused) {
            // a place of another province named in the example is none of this one's
            assertThat(refused.faults()).isNotEmpty();
        }
    }
}
