package cn.jiping.policy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: an answer with its sources, or a refusal that says why, and nothing else. */
class AskingAnythingTests {
    static Stream<DecisionTopic<?>> topics() {
        return Expectations.everyTopic().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyAnswerSaysWhy(DecisionTopic<?> topic) {
        WholeSpace.answersWithSources(topic);
    }
}
