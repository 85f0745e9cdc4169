package cn.jiping.policy;

import java.util.List;
import java.util.Map;
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
}
