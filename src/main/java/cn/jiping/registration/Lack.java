package cn.jiping.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 所缺: a fact on which a condition fails. Where nothing but time lacks: how many years of work, and
 * from which day they will have been reached if the work goes on.
 */
public record Lack(
        ApplicantFact fact,
        Kind kind,
        @Nullable Object needed,
        @Nullable BigDecimal years,
        @Nullable LocalDate from) {

    /** Why it fails. */
    public enum Kind {
        /** Nothing is known of it. */
        UNKNOWN,
        /** Known, but not what the condition wants. */
        NOT_MET,
        /** Only time lacks. */
        TIME
    }

    static Lack unknown(ApplicantFact fact, Object needed) {
        return new Lack(fact, Kind.UNKNOWN, needed, null, null);
    }

    static Lack notMet(ApplicantFact fact, Object needed) {
        return new Lack(fact, Kind.NOT_MET, needed, null, null);
    }

    /** As an answer shows it. */
    Map<String, Object> shown() {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("fact", fact);
        shown.put("kind", kind);
        if (needed != null) {
            shown.put("needed", needed);
        }
        if (years != null) {
            shown.put("years", years);
        }
        if (from != null) {
            shown.put("from", from);
        }
        return shown;
    }
}
