package cn.jiping.policy;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 答复: what a topic decided, why, and for which day. {@code allowed} is absent where the question is
 * not a yes or no.
 */
public record Answer(
        @Nullable Boolean allowed,
        Map<String, Object> outcome,
        List<Reason> reasons,
        LocalDate asOf) {

    public Answer {
        outcome = Collections.unmodifiableMap(new LinkedHashMap<>(outcome));
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("Every answer says why");
        }
    }

    /** The answer of a ruling: allowed only where it is met. */
    public static Answer of(Ruling ruling, LocalDate asOf) {
        return new Answer(ruling instanceof Ruling.Met, Map.of(), ruling.reasons(), asOf);
    }

    /** An answer that is no yes or no. */
    public static Answer of(List<Reason> reasons, LocalDate asOf) {
        return new Answer(null, Map.of(), reasons, asOf);
    }

    /** A value found, under its name. */
    public static Answer of(String name, Finding<?> finding, LocalDate asOf) {
        return of(finding.reasons(), asOf).with(name, finding.value());
    }

    /** The same with one more fact of the outcome; left out where there is none. */
    public Answer with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(outcome);
        more.put(name, value);
        return new Answer(allowed, more, reasons, asOf);
    }

    /** The same with more reasons after the others. */
    public Answer because(Reason... more) {
        var all = new ArrayList<>(reasons);
        all.addAll(List.of(more));
        return new Answer(allowed, outcome, all, asOf);
    }

    /** The outcome as programs read it: days and periods as ISO text, levels by their code. */
    public Map<String, Object> plainOutcome() {
        var plain = new LinkedHashMap<String, Object>();
        outcome.forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case SkillLevel level -> level.code();
            case LocalDate day -> day.toString();
            case LocalTime time -> time.toString();
            case Period period -> period.toString();
            case Collection<?> many -> many.stream().map(Answer::plain).toList();
            case Map<?, ?> map -> {
                var inner = new LinkedHashMap<String, Object>();
                map.forEach((key, inside) -> inner.put(String.valueOf(plain(key)), plain(inside)));
                yield inner;
            }
            case Enum<?> constant -> Scalars.written(constant);
            case DivisionCode code -> code.value();
            default -> value;
        };
    }
}
