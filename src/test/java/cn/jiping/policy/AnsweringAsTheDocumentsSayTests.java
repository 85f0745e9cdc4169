package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every situation typed from the documents, asked of the rules. */
class AnsweringAsTheDocumentsSayTests {
    private final LawBook book = Expectations.book();
    private final Expectations expectations = new Expectations();

    @TestFactory
    Stream<DynamicTest> everySituation() {
        return Expectations.all().stream()
                .filter(expectations::hasTopic)
                .map(expected ->
                        DynamicTest.dynamicTest(
                                expected.toString(),
                                () ->
                                        assertThat(expectations.differences(expected, book))
                                                .isEmpty()));
    }

    @Test
    void everyTopicSaysInSomeSituationForWhichDayItAnswers() {
        var dated =
                Expectations.all().stream()
                        .filter(expected -> expected.tree().has("asOf"))
                        .map(Expectations.Case::topic)
                        .toList();

        assertThat(dated)
                .containsAll(Expectations.everyTopic().stream().map(DecisionTopic::name).toList());
    }

    @Test
    void theExampleOfEveryTopicIsAnswered() {
        for (var topic : Expectations.everyTopic()) {
            assertThat(answer(topic).reasons()).as(topic.name()).isNotEmpty();
        }
    }

    private <F extends Record> Answer answer(DecisionTopic<F> topic) {
        var facts = new TreeMap<String, List<String>>();
        topic.example().forEach((name, value) -> facts.put(name, List.of(value)));
        return topic.decide(FactTree.ofAddress(facts, topic.facts()), book);
    }
}
