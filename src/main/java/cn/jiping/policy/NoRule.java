package cn.jiping.policy;

import cn.jiping.shared.Unanswerable;
import java.time.LocalDate;
import java.util.Map;

/** 没有规定: no page of the law book answers for that place and day. */
public final class NoRule extends Unanswerable {
    private static final long serialVersionUID = 1L;

    private NoRule(Jurisdiction jurisdiction, LocalDate on) {
        super(
                "policy.no-rule",
                Map.of("jurisdiction", jurisdiction.value(), "on", on.toString()),
                jurisdiction.value(),
                on.toString());
    }

    public static NoRule of(Jurisdiction jurisdiction, LocalDate on) {
        return new NoRule(jurisdiction, on);
    }
}
