package cn.jiping.plan;

import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.Key;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 职业资格鉴定权限: who organises and who issues, by level, affiliation and place of the candidate. {@code
 * department}: binds only occupations that this department implements; null: all.
 */
@LawPage(
        path = "plan/qualification",
        governedBy = GoverningDate.ASKED,
        in = {"33", "22"})
public record QualificationTerms(
        @Nullable String department,
        List<Row> rows,
        @Nullable Unified unified,
        @Nullable Expanded expanded)
        implements Terms {
    public QualificationTerms {
        rows = List.copyOf(rows);
    }

    /** One line of the division of powers; without organiser: no such level. */
    record Row(
            @Key Set<SkillLevel> level,
            @Key Set<Affiliation> affiliation,
            @Key Set<Seat> seat,
            @Nullable Authority organisedBy,
            @Nullable Authority issuedBy,
            boolean unified,
            Source organising,
            Source issuing,
            @Nullable Source routing) {
        Row {
            if (organisedBy == null && unified) {
                throw new IllegalArgumentException("No level has no unified exam");
            }
        }
    }

    /** 统一鉴定职业: whatever the level, by one authority. */
    record Unified(Authority organisedBy, Authority issuedBy, Source organising, Source issuing) {}

    /** 扩权县: which counties; what they were granted beyond a county's powers is not known. */
    record Expanded(List<DivisionCode> counties, Source source) {}

    /** 考生所在地. */
    enum Seat {
        /** 市本级. */
        CITY,
        /** 市辖区. */
        DISTRICT,
        /** 县、县级市. */
        COUNTY
    }

    /** Whether anybody of the level is examined in a unified session. */
    boolean unifies(SkillLevel level) {
        var named = unified != null;
        return rows.stream()
                .filter(row -> row.level().contains(level) && row.organisedBy() != null)
                .anyMatch(row -> named || row.unified());
    }

    Row of(SkillLevel level, Affiliation affiliation, Seat seat) {
        return rows.stream()
                .filter(row ->
                        row.level().contains(level)
                                && row.affiliation().contains(affiliation)
                                && row.seat().contains(seat))
                .findFirst()
                .orElseThrow();
    }
}
