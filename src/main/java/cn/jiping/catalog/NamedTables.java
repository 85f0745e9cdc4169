package cn.jiping.catalog;

import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawTable;
import cn.jiping.shared.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 工种和等级表: what clauses name beside the annex; read once for each book, whole or not at all. */
record NamedTables(
        List<OfOccupation> workTypes,
        List<NamedLevels.Row> levels,
        Map<String, CodeOfOccupation> codes) {
    private static final String CODES = "catalogue/codes.csv";
    private static final List<String> CODE_COLUMNS = List.of("occupation", "code", "practice");
    private static final String WORK_TYPES = "catalogue/work-types.csv";
    private static final String LEVELS = "catalogue/levels.csv";
    private static final List<String> WORK_TYPE_COLUMNS =
            List.of("occupation", "workType", "document", "clause");
    private static final List<String> LEVEL_COLUMNS =
            List.of(
                    "jurisdiction",
                    "kind",
                    "implementedBy",
                    "from",
                    "until",
                    "levels",
                    "document",
                    "clause");

    NamedTables {
        workTypes = List.copyOf(workTypes);
        levels = List.copyOf(levels);
        codes = Map.copyOf(codes);
    }

    /** A work type and the name of the occupation it belongs to. */
    record OfOccupation(String occupation, WorkType workType) {}

    static NamedTables in(LawBook book) {
        return book.view(NamedTables.class, NamedTables::read);
    }

    private static NamedTables read(LawBook book) {
        return new NamedTables(
                LawTable.read(book, WORK_TYPES, WORK_TYPE_COLUMNS).stream()
                        .map(NamedTables::workType)
                        .toList(),
                LawTable.read(book, LEVELS, LEVEL_COLUMNS).stream()
                        .map(NamedLevels.Row::of)
                        .toList(),
                codes(book));
    }

    /** By occupation; a draft of law made before there was such a table has none. */
    private static Map<String, CodeOfOccupation> codes(LawBook book) {
        if (!book.files().containsKey(CODES)) {
            return Map.of();
        }
        var codes = new HashMap<String, CodeOfOccupation>();
        for (var row : LawTable.read(book, CODES, CODE_COLUMNS)) {
            codes.put(
                    row.text("occupation"),
                    new CodeOfOccupation(
                            row.as("code", OccupationCode::new),
                            new Source.Practice(row.text("practice"))));
        }
        return codes;
    }

    private static OfOccupation workType(LawTable.Row row) {
        return new OfOccupation(
                row.text("occupation"), new WorkType(row.text("workType"), source(row)));
    }

    static Source source(LawTable.Row row) {
        return new Source.Clause(row.text("document"), row.text("clause"));
    }
}
