package cn.jiping.policy;

import cn.jiping.shared.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 提问: a topic with its facts, read once, that may be asked under several books. */
final class Question {
    /** Numbers of identity documents are of no topic's concern. */
    private static final Pattern IDENTITY = Pattern.compile("\\d{17}[\\dXx]|\\d{11}");

    private final Bound<?> bound;

    private Question(Bound<?> bound) {
        this.bound = bound;
    }

    private record Bound<F extends Record>(DecisionTopic<F> topic, F facts) {
        static <F extends Record> Bound<F> ofJson(DecisionTopic<F> topic, String json) {
            return new Bound<>(topic, FactTree.ofJson(json, topic.facts()));
        }

        static <F extends Record> Bound<F> ofAddress(
                DecisionTopic<F> topic, Map<String, List<String>> facts) {
            return new Bound<>(topic, FactTree.ofAddress(facts, topic.facts()));
        }

        Answer ask(LawBook book) {
            return topic.decide(facts, book);
        }
    }

    /**
     * @throws InvalidInput naming the fact that is not as the topic wants it
     */
    static Question of(DecisionTopic<?> topic, String json) {
        if (IDENTITY.matcher(json).find()) {
            throw new IllegalArgumentException("Facts of a topic name no person");
        }
        return new Question(Bound.ofJson(topic, json));
    }

    /**
     * @throws InvalidInput naming the fact that is not as the topic wants it
     */
    static Question of(DecisionTopic<?> topic, Map<String, List<String>> facts) {
        return new Question(Bound.ofAddress(topic, facts));
    }

    /**
     * @throws cn.jiping.shared.Unanswerable where no rule answers
     * @throws InvalidInput where a fact names nothing known
     */
    Answer ask(LawBook book) {
        return bound.ask(book);
    }

    /** Whose law was asked for; the nation's where the topic does not ask. */
    Jurisdiction jurisdiction() {
        return Stream.of(bound.facts().getClass().getRecordComponents())
                .filter(component -> component.getType() == Jurisdiction.class)
                .map(component -> Sources.of(bound.facts(), component))
                .flatMap(value ->
                        value instanceof Jurisdiction jurisdiction
                                ? Stream.of(jurisdiction)
                                : Stream.empty())
                .findFirst()
                .orElse(Jurisdiction.NATIONAL);
    }
}
