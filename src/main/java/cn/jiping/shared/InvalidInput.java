package cn.jiping.shared;

import java.util.ArrayList;
import java.util.List;

/** 输入有误: the input cannot be understood; every fault names its field. Nothing was written. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super("invalid input", null, false, true);
        this.faults = List.copyOf(faults);
    }

    public static InvalidInput of(String field, String code, Object... arguments) {
        return new InvalidInput(List.of(new Fault(field, code, List.of(arguments))));
    }

    /** Makes all checks before it throws, so that one learns everything at once. */
    public static void requireAll(Runnable... checks) {
        var faults = new ArrayList<Fault>();
        for (var check : checks) {
            try {
                check.run();
            } catch (InvalidInput e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    public List<Fault> faults() {
        return faults;
    }

    /** One fault: the form field and the message key {@code invalid.<code>}. */
    public record Fault(String field, String code, List<Object> arguments) {
        public Fault {
            arguments = List.copyOf(arguments);
        }
    }
}
