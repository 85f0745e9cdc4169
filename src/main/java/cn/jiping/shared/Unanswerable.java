package cn.jiping.shared;

import java.util.Map;

/**
 * 无从回答: nothing answers the question, such as a place and day without a rule. Never a guess, and
 * never a no. Answered with 404 and the facts that say where nothing was found.
 */
public abstract class Unanswerable extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> facts;

    protected Unanswerable(String code, Map<String, String> facts, Object... arguments) {
        super(code, null, arguments);
        this.facts = Map.copyOf(facts);
    }

    /** What was asked, by name, such as the jurisdiction and the date. */
    public Map<String, String> facts() {
        return facts;
    }
}
