package cn.jiping.catalog.web;

import cn.jiping.catalog.Occupation;
import cn.jiping.catalog.OccupationView;
import cn.jiping.catalog.Standing;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** 开放数据字段: what every export says of an occupation; each is explained under its name. */
enum OccupationField {
    NUMBER("number"),
    OCCUPATION("occupation"),
    CODE("code"),
    CATEGORY_NUMBER("categoryNumber"),
    CATEGORY("category"),
    DEPARTMENTS("departments"),
    STATUS("status"),
    PENDING_ACCESS("pendingAccess"),
    EXITED_ON("exitedOn"),
    LEAVES_ON("leavesOn"),
    BATCH("batch"),
    KIND("kind"),
    DOCUMENT("document"),
    CLAUSE("clause"),
    PRACTICE("practice"),
    NAMED_IN_DOCUMENT("namedInDocument"),
    NAMED_IN_CLAUSE("namedInClause");

    private final String key;

    OccupationField(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    @Nullable Object of(OccupationView row) {
        return switch (this) {
            case NUMBER -> row.number();
            case OCCUPATION -> row.occupation().name();
            case CODE -> row.code() == null ? null : row.code().code().value();
            case CATEGORY_NUMBER -> category(row, Occupation.Category::number);
            case CATEGORY -> category(row, Occupation.Category::name);
            case DEPARTMENTS -> row.occupation().departments();
            case STATUS -> row.status();
            case PENDING_ACCESS -> standing(row, Standing::pendingAccess);
            case EXITED_ON -> standing(row, Standing::exitedOn);
            case LEAVES_ON -> row.leavesOn();
            case BATCH -> standing(row, Standing::batch);
            case KIND -> row.kind();
            case DOCUMENT -> clause(row, Source.Clause::document);
            case CLAUSE -> clause(row, Source.Clause::clause);
            case PRACTICE -> practice(row);
            case NAMED_IN_DOCUMENT -> named(row, Source.Clause::document);
            case NAMED_IN_CLAUSE -> named(row, Source.Clause::clause);
        };
    }

    private static @Nullable Object standing(
            OccupationView row, Function<Standing, @Nullable Object> reading) {
        var standing = row.standing();
        return standing == null ? null : reading.apply(standing);
    }

    /** A whole row by the names of its fields; what does not apply is left out. */
    static Map<String, Object> row(OccupationView view) {
        var row = new LinkedHashMap<String, Object>();
        for (var field : values()) {
            var value = field.of(view);
            if (value != null) {
                row.put(field.key, value);
            }
        }
        return row;
    }

    private static @Nullable Object category(
            OccupationView row, Function<Occupation.Category, Object> reading) {
        var category = row.occupation().category();
        return category == null ? null : reading.apply(category);
    }

    /** Where the status rests. */
    private static @Nullable Source basis(OccupationView row) {
        return row.reasons().stream().findFirst().map(Reason::source).orElse(null);
    }

    private static @Nullable Object clause(
            OccupationView row, Function<Source.Clause, String> reading) {
        return basis(row) instanceof Source.Clause clause ? reading.apply(clause) : null;
    }

    private static @Nullable Object practice(OccupationView row) {
        return basis(row) instanceof Source.Practice practice ? practice.why() : null;
    }

    private static @Nullable Object named(
            OccupationView row, Function<Source.Clause, String> reading) {
        return row.occupation().source() instanceof Source.Clause clause
                ? reading.apply(clause)
                : null;
    }
}
