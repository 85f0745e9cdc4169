package cn.jiping.policy;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Unanswerable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The law book that comes with the program, for the tests of every module's rules. */
public final class ProgramBook {
    private static final LawBook BOOK = new ProgramLaw().book();

    private ProgramBook() {}

    public static LawBook inForce() {
        return BOOK;
    }

    /** Asks a topic as an address would, by the book of the program. */
    public static <F extends Record> Answer ask(DecisionTopic<F> topic, Map<String, String> facts) {
        return ask(topic, facts, BOOK);
    }

    /** Asks a topic as an address would, by another book. */
    public static <F extends Record> Answer ask(
            DecisionTopic<F> topic, Map<String, String> facts, LawBook book) {
        var given = new TreeMap<String, List<String>>();
        facts.forEach((name, value) -> given.put(name, List.of(value)));
        return topic.decide(FactTree.ofAddress(given, topic.facts()), book);
    }

    /**
     * The answer, or nothing where the question is refused or has none; anything else is thrown.
     */
    public static <F extends Record> Optional<Answer> tryToAsk(
            DecisionTopic<F> topic, Map<String, String> facts) {
        try {
            return Optional.of(ask(topic, facts));
        } catch (InvalidInput | Unanswerable _) {
            return Optional.empty();
        }
    }

    /** A fact of the outcome that must be there. */
    public static <V> V outcome(Answer answer, String name, Class<V> type) {
        return type.cast(Objects.requireNonNull(answer.outcome().get(name), name));
    }
}
