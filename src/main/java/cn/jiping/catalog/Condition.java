package cn.jiping.catalog;

import cn.jiping.policy.Default;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 申报条件: one of the conditions of which a single one suffices; the id names level and place, such as
 * 3-2 for the second condition of level 3.
 */
public record Condition(String id, SkillLevel level, String text, Needs needs) {
    public Condition {
        if (!id.matches("[1-5]-\\d{1,2}") || !id.startsWith(level.code() + "-")) {
            throw new IllegalArgumentException("Not a condition of level " + level + ": " + id);
        }
    }

    /** 要求: everything named must hold together; years are years worked in the occupation. */
    public record Needs(
            @Nullable Period age,
            @Nullable BigDecimal years,
            @Default("false") boolean working,
            @Default("false") boolean apprenticeship,
            @Nullable Certificate certificate,
            @Nullable Title title,
            @Nullable Schooling schooling) {

        /** Whether years of work have to be proven. */
        public boolean provenYears() {
            return working
                    || years != null
                    || (certificate != null && certificate.years() != null)
                    || title != null;
        }
    }

    /** 证书: a certificate of a level, held for so many years. */
    public record Certificate(SkillLevel level, @Nullable BigDecimal years) {}

    /** 职称: a title that corresponds to the occupation, held for so many years. */
    public record Title(ProfessionalTitle title, BigDecimal years) {}

    /**
     * 学历: one of the schools; or a certificate that comes from one of them. Students in their final
     * year count where {@code finalYear} says so.
     */
    public record Schooling(
            Set<Education> kinds,
            @Nullable Set<Education> certificateFrom,
            @Default("false") boolean sameMajor,
            @Default("false") boolean finalYear,
            @Default("false") boolean assessed) {
        public Schooling {
            kinds = Set.copyOf(kinds);
            certificateFrom = certificateFrom == null ? null : Set.copyOf(certificateFrom);
        }
    }
}
