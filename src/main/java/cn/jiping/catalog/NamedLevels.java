package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
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

        static Row of(String[] cells) {
            return new Row(
                    new Jurisdiction(cells[0]),
                    EvaluationKind.valueOf(cells[1]),
                    cells[2].isBlank() ? null : cells[2],
                    LocalDate.parse(cells[3]),
                    cells[4].isBlank() ? null : LocalDate.parse(cells[4]),
                    new NamedLevels(levels(cells[5]), new Source.Clause(cells[6], cells[7])));
        }

        private static List<SkillLevel> levels(String codes) {
            return Stream.of(codes.split(" ", -1))
                    .map(code -> SkillLevel.ofCode(code).orElseThrow())
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
