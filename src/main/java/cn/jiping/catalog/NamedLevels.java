package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawTable;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 等级: levels that a clause names for a kind of evaluation, not for one occupation. */
public record NamedLevels(List<SkillLevel> levels, Source source) {
    public NamedLevels {
        levels = List.copyOf(levels);
    }

    /** A row of the table: where, when and for whom the clause speaks. */
    record Row(
            Jurisdiction place,
            EvaluationKind kind,
            @Nullable String implementedBy,
            LocalDate from,
            @Nullable LocalDate until,
            NamedLevels named) {

        static Row of(LawTable.Row row) {
            return new Row(
                    row.as("jurisdiction", Jurisdiction::new),
                    row.as("kind", EvaluationKind::valueOf),
                    row.text("implementedBy").isBlank() ? null : row.text("implementedBy"),
                    row.as("from", LocalDate::parse),
                    row.text("until").isBlank() ? null : row.as("until", LocalDate::parse),
                    new NamedLevels(row.as("levels", Row::levels), NamedTables.source(row)));
        }

        private static List<SkillLevel> levels(String codes) {
            return Stream.of(codes.split(" ", -1))
                    .map(code -> SkillLevel.ofCode(code).orElseThrow(IllegalArgumentException::new))
                    .toList();
        }

        boolean speaksOf(Occupation occupation, Jurisdiction asked, LocalDate on) {
            return place.equals(asked)
                    && !on.isBefore(from)
                    && (until == null || !on.isAfter(until))
                    && (implementedBy == null || occupation.implementedBy(implementedBy));
        }
    }
}
