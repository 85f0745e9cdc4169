package cn.jiping.exam.web;

import cn.jiping.exam.PracticalPlace;
import cn.jiping.exam.PracticalState;
import cn.jiping.exam.PracticalView;
import cn.jiping.web.SearchText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a list of practical arrangements; what is no state or column is left out.
 */
record PracticalList(@Nullable String q, @Nullable String state, @Nullable String sort) {
    private static final String BY_CITY = "city";

    public String text() {
        return SearchText.of(q);
    }

    public String order() {
        return sort == null || sort.isBlank() ? BY_CITY : sort;
    }

    List<PracticalView> of(List<PracticalView> all) {
        var wanted = stateAsked();
        return all.stream()
                .filter(one -> wanted.isEmpty() || wanted.get() == one.state())
                .filter(this::named)
                .sorted(comparator())
                .toList();
    }

    private Optional<PracticalState> stateAsked() {
        return Stream.of(PracticalState.values())
                .filter(each -> each.name().equals(state))
                .findAny();
    }

    private boolean named(PracticalView one) {
        var place = one.place();
        return one.occupation().contains(text())
                || one.city().name().contains(text())
                || (place != null && place.siteName().contains(text()));
    }

    private Comparator<PracticalView> comparator() {
        var down = order().startsWith("-");
        var column = column(order().substring(down ? 1 : 0));
        return down ? column.reversed() : column;
    }

    private static Comparator<PracticalView> column(String name) {
        return switch (name) {
            case "occupation" -> Comparator.comparing(PracticalView::occupation);
            case "candidates" -> Comparator.comparingInt(PracticalView::candidates);
            case "day" -> Comparator.comparing(PracticalList::day);
            case "state" -> Comparator.comparing(PracticalView::state);
            default -> Comparator.comparing(one -> one.city().division().value());
        };
    }

    /** What is missing comes last. */
    private static LocalDate day(PracticalView one) {
        return Optional.ofNullable(one.place())
                .map(PracticalPlace::what)
                .map(what -> what.day())
                .orElse(LocalDate.MAX);
    }
}
