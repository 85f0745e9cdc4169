package cn.jiping.catalog.web;

import cn.jiping.catalog.OccupationFilter;
import cn.jiping.catalog.Occupations;
import cn.jiping.catalog.Province;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Paging;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request asks of the catalogue, as typed; an unknown order counts as not said. */
record OccupationQuery(
        @Nullable String q,
        @Nullable String place,
        @Nullable String on,
        @Nullable String status,
        @Nullable String department,
        @Nullable String sort,
        @Nullable String page,
        @Nullable String size) {
    static final String USUAL_PLACE = "33";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int USUAL_SIZE = 20;
    private static final int LONGEST_TEXT = 60;

    /**
     * @throws InvalidInput naming the parameter that is no such place, day, status or department
     */
    public OccupationFilter filter(LawBook book, LocalDate today) {
        var order = order();
        var descending = order.startsWith("-");
        return new OccupationFilter(
                text(),
                province(book),
                day(today),
                statusAsked(),
                departmentAsked(book),
                column(order.substring(descending ? 1 : 0)),
                descending);
    }

    public String text() {
        var asked = said(q);
        return asked.length() <= LONGEST_TEXT ? asked : asked.substring(0, LONGEST_TEXT);
    }

    public String order() {
        return said(sort).isEmpty() ? "number" : said(sort);
    }

    public String placeAsked() {
        return said(place).isEmpty() ? USUAL_PLACE : said(place);
    }

    /** The day as typed; today where none is. */
    public String dayAsked(LocalDate today) {
        return said(on).isEmpty() ? today.toString() : said(on);
    }

    Jurisdiction province(LawBook book) {
        return Province.require(book, "place", placeAsked()).jurisdiction();
    }

    LocalDate day(LocalDate today) {
        var typed = dayAsked(today);
        try {
            if (DATE.matcher(typed).matches()) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeParseException _) {
            throw InvalidInput.of("on", "catalog.day");
        }
        throw InvalidInput.of("on", "catalog.day");
    }

    private OccupationFilter.@Nullable Status statusAsked() {
        var name = said(status);
        return name.isEmpty()
                ? null
                : Stream.of(OccupationFilter.Status.values())
                        .filter(each -> each.name().equals(name))
                        .findAny()
                        .orElseThrow(() -> InvalidInput.of("status", "catalog.status"));
    }

    private @Nullable String departmentAsked(LawBook book) {
        var name = said(department);
        if (!name.isEmpty() && !new Occupations(book).departments().contains(name)) {
            throw InvalidInput.of("department", "catalog.department");
        }
        return name.isEmpty() ? null : name;
    }

    private static OccupationFilter.Column column(String name) {
        return Stream.of(OccupationFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(OccupationFilter.Column.NUMBER);
    }

    public Paging paging() {
        return Paging.within(number(page, 1), number(size, USUAL_SIZE));
    }

    private static int number(@Nullable String typed, int otherwise) {
        return NUMBER.matcher(said(typed)).matches() ? Integer.parseInt(said(typed)) : otherwise;
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
