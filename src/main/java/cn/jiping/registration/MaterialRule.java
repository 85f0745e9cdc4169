package cn.jiping.registration;

import cn.jiping.catalog.Condition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** 报名材料: what a page of law asks of somebody who claims a condition. */
record MaterialRule(MaterialTerms terms) {

    /** Everything to hand in, without what only stands in for something else. */
    List<MaterialTerms.Row> needed(Condition condition) {
        return rows(condition).filter(row -> row.insteadOf() == null).toList();
    }

    /** What somebody still at school hands in instead. */
    List<MaterialTerms.Row> instead(Condition condition) {
        return rows(condition).filter(row -> row.insteadOf() != null).toList();
    }

    private Stream<MaterialTerms.Row> rows(Condition condition) {
        return terms.rows().stream()
                .filter(row -> row.levels() == null || row.levels().contains(condition.level()))
                .filter(row -> asked(row.when(), condition.needs()))
                .sorted(Comparator.comparing(MaterialTerms.Row::material));
    }

    private static boolean asked(MaterialTerms.When when, Condition.Needs needs) {
        return switch (when) {
            case ALWAYS -> true;
            case YEARS -> needs.provenYears();
            case CERTIFICATE -> needs.certificate() != null;
            case TITLE -> needs.title() != null;
            case SCHOOLING -> needs.schooling() != null;
            case FINAL_YEAR -> needs.schooling() != null && needs.schooling().finalYear();
        };
    }
}
