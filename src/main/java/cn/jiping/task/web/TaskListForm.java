package cn.jiping.task.web;

import cn.jiping.shared.Paging;
import cn.jiping.task.TaskQuery;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request says about the list; anything missing is the usual. */
record TaskListForm(
        TaskQuery.@Nullable View view,
        @Nullable String kind,
        @Nullable String place,
        @Nullable String q,
        @Nullable String sort,
        @Nullable Integer page,
        @Nullable Integer size) {
    private static final int USUAL_SIZE = 20;
    private static final Pattern KIND = Pattern.compile("[a-z0-9.-]{1,60}");

    TaskListForm {
        view = view == null ? TaskQuery.View.WAITING : view;
        kind = kind == null || !KIND.matcher(kind).matches() ? null : kind;
        place = blank(place) ? null : place;
        q = blank(q) ? null : q;
        sort = sort == null ? "due" : sort;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    TaskQuery query() {
        return new TaskQuery(view == null ? TaskQuery.View.WAITING : view, kind, place, q, order());
    }

    private TaskQuery.Order order() {
        return switch (sort) {
            case "-due" -> TaskQuery.Order.DUE_LAST;
            case "opened" -> TaskQuery.Order.OPENED_FIRST;
            case "-opened" -> TaskQuery.Order.OPENED_LAST;
            case null, default -> TaskQuery.Order.DUE_FIRST;
        };
    }

    Paging paging() {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }

    /** Whether fewer are listed than the view has. */
    boolean narrowed() {
        return kind != null || place != null || q != null;
    }

    boolean beginsWithTheMostUrgent() {
        return query().equals(TaskQuery.of(TaskQuery.View.WAITING)) && paging().page() == 1;
    }
}
