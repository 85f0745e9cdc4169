package cn.jiping.catalog;

import cn.jiping.policy.LawFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** 附件: its rows counted against the totals that the document itself gives. */
record Annex(List<Occupation> rows) {

    /** What the rows and the totals do not agree on; empty where they agree. */
    List<LawFault> differencesFrom(ExitTerms.Totals totals) {
        var faults = new ArrayList<LawFault>();
        compare("categories", totals.categories(), categories(rows), faults);
        var first = leaving(Occupation.Exit.BATCH_1);
        compare("first qualifications", totals.firstQualifications(), categories(first), faults);
        compare("first occupations", totals.firstOccupations(), first.size(), faults);
        var second = leaving(Occupation.Exit.BATCH_2);
        compare("second qualifications", totals.secondQualifications(), categories(second), faults);
        compare("second occupations", totals.secondOccupations(), second.size(), faults);
        return faults;
    }

    List<Occupation> leaving(Occupation.Exit exit) {
        return rows.stream().filter(row -> row.exit() == exit).toList();
    }

    static long categories(List<Occupation> rows) {
        return rows.stream()
                .map(Occupation::category)
                .filter(Objects::nonNull)
                .map(Occupation.Category::number)
                .distinct()
                .count();
    }

    private static void compare(String what, int printed, long counted, List<LawFault> faults) {
        if (printed != counted) {
            faults.add(LawFault.of(Catalogue.ANNEX, "total", what, printed, counted));
        }
    }
}
