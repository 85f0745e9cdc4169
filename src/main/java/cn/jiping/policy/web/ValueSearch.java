package cn.jiping.policy.web;

import cn.jiping.policy.CitedEntry;
import cn.jiping.policy.web.LawRows.ValueRow;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Paging;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request asks of the values; a date that is none is told at its field. */
record ValueSearch(
        @Nullable String q,
        @Nullable String jurisdiction,
        @Nullable String on,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final Set<String> ORDERS =
            Set.of("page", "-page", "place", "-place", "from", "-from");

    public String text() {
        return Asked.text(q);
    }

    /** The day as typed, for the field. */
    public String typed() {
        return Asked.text(on);
    }

    /** Whether the day asked for is one. */
    public boolean wrong() {
        return !typed().isEmpty() && day() == null;
    }

    /**
     * @throws InvalidInput naming the day
     */
    void requireDay() {
        if (wrong()) {
            throw InvalidInput.of("on", "law.day");
        }
    }

    private @Nullable LocalDate day() {
        try {
            return typed().isEmpty() ? null : LocalDate.parse(typed());
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** The order asked for; by page of law where it is none of ours. */
    public String order() {
        return sort == null || !ORDERS.contains(sort) ? "page" : sort;
    }

    List<ValueRow> sorted(List<ValueRow> rows) {
        var descending = order().startsWith("-");
        var by =
                switch (descending ? order().substring(1) : order()) {
                    case "place" -> Comparator.comparing(ValueRow::jurisdiction);
                    case "from" -> Comparator.comparing(ValueRow::from);
                    default -> Comparator.comparing(ValueRow::pagePath);
                };
        return rows.stream().sorted(descending ? by.reversed() : by).toList();
    }

    Paging paging() {
        return Asked.paging(page, size);
    }

    boolean takes(CitedEntry cited) {
        var day = day();
        return Asked.names(jurisdiction, cited.page().jurisdiction())
                && (day == null || cited.entry().covers(day));
    }

    boolean takes(ValueRow row) {
        return Asked.words(text()).stream().allMatch(row::matches);
    }
}
