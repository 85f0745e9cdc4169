package cn.jiping.shared;

import java.util.List;

/** 理由: why a rule decided as it did, with the source it rests on. */
public record Reason(ReasonCode code, List<Object> arguments, Source source) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(ReasonCode code, Source source, Object... arguments) {
        return new Reason(code, List.of(arguments), source);
    }
}
