package cn.jiping.policy;

import java.util.Map;
import java.util.Set;

/**
 * 决策主题: one question that anyone may ask, with its facts and its answer. The public API, the pages
 * and the replay run the same topic.
 */
public interface DecisionTopic<F extends Record> {

    /**
     * The name in addresses, such as {@code resit}; its question stands under {@code topic.<name>}.
     */
    String name();

    /** The facts; a component is optional where it is nullable or has a {@link Default}. */
    Class<F> facts();

    /** The pages of law it may look at. */
    Set<Class<? extends Terms>> pages();

    /** A question that works, as an address would write it: nested facts with a dot. */
    Map<String, String> example();

    /**
     * Answers by the book alone: no clock, no user, no stored thing.
     *
     * @throws cn.jiping.shared.Unanswerable where no rule answers
     * @throws cn.jiping.shared.InvalidInput where a fact names nothing known
     */
    Answer decide(F facts, LawBook book);
}
