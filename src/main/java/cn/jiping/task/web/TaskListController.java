package cn.jiping.task.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Source;
import cn.jiping.task.TaskCounts;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskQuery;
import cn.jiping.task.TaskRow;
import cn.jiping.task.Tasks;
import cn.jiping.web.Due;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inbox of an office: what waits, most urgent first. */
@Controller
@RequestMapping({
    TaskDoors.AUTHORITY,
    TaskDoors.BODY,
    TaskDoors.MY,
    TaskDoors.EXPERT,
    TaskDoors.AUDIT,
    TaskDoors.ADMIN
})
class TaskListController {
    private static final int ASKED_AGAIN = 15;

    private final Tasks tasks;
    private final ObjectProvider<TaskKind> kinds;
    private final BusinessClock clock;
    private final MessageSource texts;

    TaskListController(
            Tasks tasks, ObjectProvider<TaskKind> kinds, BusinessClock clock, MessageSource texts) {
        this.tasks = tasks;
        this.kinds = kinds;
        this.clock = clock;
        this.texts = texts;
    }

    @GetMapping
    String inbox(Actor actor, @ModelAttribute("list") TaskListForm form, Model model) {
        var paging = form.paging();
        var slice = tasks.inbox(actor, form.query(), paging);
        var now = clock.now();
        model.addAttribute("base", TaskDoors.base(actor));
        model.addAttribute("slice", new Slice<>(lines(slice, now), slice.total(), paging));
        model.addAttribute("full", slice.total() >= TaskCounts.MOST);
        model.addAttribute(
                "urgent",
                form.view() == TaskQuery.View.WAITING ? mostUrgent(actor, form, slice, now) : null);
        model.addAttribute("narrowed", form.narrowed());
        count(actor, ASKED_AGAIN, model);
        model.addAttribute("views", views(actor));
        model.addAttribute("kinds", kinds.stream().map(TaskKind::code).distinct().toList());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(TaskDoors.crumb(actor)));
        return "task/inbox";
    }

    /** Nobody claims, or hands on, what is their own to do. */
    private static List<TaskQuery.View> views(Actor actor) {
        return TaskDoors.own(actor)
                ? List.of(TaskQuery.View.WAITING, TaskQuery.View.OVERDUE, TaskQuery.View.ENDED)
                : List.of(TaskQuery.View.values());
    }

    /** What is due first of all that waits, however the list is narrowed or ordered. */
    private @Nullable Line mostUrgent(
            Actor actor, TaskListForm form, Slice<TaskRow> slice, Instant now) {
        var first =
                form.beginsWithTheMostUrgent()
                        ? slice
                        : tasks.inbox(
                                actor, TaskQuery.of(TaskQuery.View.WAITING), new Paging(1, 1));
        return first.rows().stream().findFirst().map(row -> Line.of(row, now)).orElse(null);
    }

    private static List<Line> lines(Slice<TaskRow> slice, Instant now) {
        return slice.rows().stream().map(row -> Line.of(row, now)).toList();
    }

    /**
     * The counts alone, which the page asks for again every minute. After some times it stops, so
     * that a page left open does not keep somebody signed in for ever.
     */
    @GetMapping("/counts")
    String counts(Actor actor, @RequestParam(defaultValue = "0") int again, Model model) {
        count(actor, Math.clamp(again - 1L, 0, ASKED_AGAIN), model);
        model.addAttribute("base", TaskDoors.base(actor));
        return "task/counts :: counts";
    }

    private void count(Actor actor, int again, Model model) {
        model.addAttribute("counts", tasks.counts(actor));
        model.addAttribute("own", TaskDoors.own(actor));
        model.addAttribute("again", again);
    }

    @GetMapping("/export")
    void export(
            Actor actor, @ModelAttribute("list") TaskListForm form, HttpServletResponse response)
            throws IOException {
        var rows = tasks.export(actor, form.query());
        Excel.send(response, words("nav.tasks"), headers(), cells(rows));
    }

    private List<String> headers() {
        return Stream.of("title", "kind", "place", "due", "basis", "status", "claimant", "opened")
                .map(column -> words("page.task." + column))
                .toList();
    }

    private Iterator<List<Object>> cells(Iterator<TaskRow> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Object> next() {
                return cells(rows.next());
            }
        };
    }

    private List<Object> cells(TaskRow row) {
        var due = row.due();
        return List.of(
                row.title(),
                words("task." + row.kind() + ".name"),
                row.place(),
                due == null ? "" : day(due.at().minusNanos(1)),
                due == null ? "" : basis(due.source()),
                words("task.status." + row.standing().status()),
                Objects.requireNonNullElse(row.standing().claimant(), ""),
                day(row.openedAt()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }

    private String basis(Source source) {
        return switch (source) {
            case Source.Clause(var document, var clause) ->
                    texts.getMessage("document." + document, null, document, Locale.CHINA)
                            + " "
                            + clause;
            case Source.Practice(var why) -> words("web.practice") + " " + why;
        };
    }

    private String words(String key) {
        return Objects.requireNonNullElse(texts.getMessage(key, null, key, Locale.CHINA), key);
    }

    /** One row with its deadline as pages show it. */
    record Line(TaskRow row, @Nullable Due due, @Nullable Source basis) {
        static Line of(TaskRow row, Instant now) {
            var due = row.due();
            if (due == null) {
                return new Line(row, null, null);
            }
            var endedAt = row.standing().endedAt();
            return new Line(
                    row,
                    endedAt == null ? Due.open(due.at(), now) : Due.done(due.at(), endedAt),
                    due.source());
        }
    }
}
