package cn.jiping.exam.web;

import cn.jiping.exam.IncidentFilter;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.web.SearchText;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a list of incidents; what is no city, room, state or column counts as not
 * said.
 */
record IncidentList(
        @Nullable String q,
        @Nullable String city,
        @Nullable String room,
        @Nullable String kind,
        @Nullable String state,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final String LATEST_FIRST = "-at";
    private static final int USUAL_SIZE = 20;

    IncidentFilter filter() {
        var descending = order().startsWith("-");
        return new IncidentFilter(
                text(),
                cityAsked(),
                roomAsked(),
                kind == null || kind.isBlank() ? null : SearchText.of(kind),
                standing(),
                column(order().substring(descending ? 1 : 0)),
                descending);
    }

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? LATEST_FIRST : sort;
    }

    public @Nullable DivisionCode cityAsked() {
        try {
            return city == null ? null : new DivisionCode(city);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    public @Nullable UUID roomAsked() {
        try {
            return room == null ? null : UUID.fromString(room);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private @Nullable Boolean standing() {
        return switch (state) {
            case "stands" -> true;
            case "corrected" -> false;
            case null, default -> null;
        };
    }

    private static IncidentFilter.Column column(String name) {
        return Stream.of(IncidentFilter.Column.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny()
                .orElse(IncidentFilter.Column.AT);
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }
}
