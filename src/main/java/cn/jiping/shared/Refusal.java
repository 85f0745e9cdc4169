package cn.jiping.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 拒绝: the rules say no. One subclass per module, built by named factories. Texts stand under {@code
 * refusal.<code>} (what is wrong) and {@code refusal.<code>.next} (what to do now).
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;
    private final transient @Nullable Source source;

    protected Refusal(String code, @Nullable Source source, Object... arguments) {
        super(code, null, false, true);
        this.code = code;
        this.source = source;
        this.arguments = List.of(arguments);
    }

    /** The stable code, such as {@code plan.outside-filed-scope}. */
    public String code() {
        return code;
    }

    /** What the text names, in order. Never personal data that the actor may not see. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The clause or practice, where a rule spoke. */
    public @Nullable Source source() {
        return source;
    }
}
