package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.CityReportStatus;
import cn.jiping.exam.CityReportView;
import cn.jiping.exam.CityReports;
import cn.jiping.exam.ExamRefused;
import cn.jiping.exam.ReportContent;
import cn.jiping.exam.SmallGroups;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 市级上报: the list over the cities of a session, and one city's report. */
@Controller
@RequestMapping("/authority/exams/{session}/reports")
class CityReportController {
    private static final List<String> HEADERS =
            List.of("city", "state", "registered", "candidates", "papers", "by", "at", "late");

    private final CityReports reports;
    private final SmallGroups groups;
    private final AnnouncedSessions sessions;
    private final BusinessClock clock;
    private final MessageSource messages;

    CityReportController(
            CityReports reports,
            SmallGroups groups,
            AnnouncedSessions sessions,
            BusinessClock clock,
            MessageSource messages) {
        this.reports = reports;
        this.groups = groups;
        this.sessions = sessions;
        this.clock = clock;
        this.messages = messages;
    }

    /** How a list may be narrowed: by what is reported, what is not, and what is late. */
    enum Wanted {
        OPEN,
        CONFIRMED,
        LATE;

        boolean has(CityReportView report) {
            return switch (this) {
                case OPEN -> report.status() == CityReportStatus.OPEN;
                case CONFIRMED -> report.status() == CityReportStatus.CONFIRMED;
                case LATE -> report.overdue();
            };
        }
    }

    @GetMapping
    String list(Actor actor, @PathVariable SessionId session, @Nullable String state, Model model) {
        var view = sessions.find(actor, session);
        model.addAttribute("view", view);
        var rows = rows(actor, session, state);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "dues",
                rows.stream().collect(Collectors.toMap(row -> row.city().division(), this::due)));
        model.addAttribute("state", state);
        model.addAttribute("states", Wanted.values());
        model.addAttribute("here", here(session));
        model.addAttribute("crumbs", AnnouncedSessions.crumbs(view, reports(session)));
        return "exam/reports";
    }

    private List<CityReportView> rows(Actor actor, SessionId session, @Nullable String state) {
        var wanted = Stream.of(Wanted.values()).filter(each -> each.name().equals(state)).findAny();
        return reports.list(actor, session).stream()
                .filter(report -> wanted.isEmpty() || wanted.get().has(report))
                .toList();
    }

    /** What is left of the term, or whether the first report kept it. */
    private Due due(CityReportView report) {
        var until = BusinessClock.endOf(report.term().dueOn());
        return report.status() == CityReportStatus.CONFIRMED
                ? Due.done(until, report.copies().getFirst().by().at())
                : Due.open(until, clock.now());
    }

    private static String here(SessionId session) {
        return ArrangementController.BASE + "/" + session + "/reports";
    }

    private static Crumb reports(SessionId session) {
        return new Crumb(here(session), "page.exam.reports.title");
    }

    @GetMapping("/export")
    void export(
            Actor actor,
            @PathVariable SessionId session,
            @Nullable String state,
            HttpServletResponse response)
            throws IOException {
        sessions.find(actor, session);
        Excel.send(
                response,
                text("page.exam.reports.title"),
                HEADERS.stream().map(key -> text("page.exam.reports." + key)).toList(),
                rows(actor, session, state).stream().map(this::cells).iterator());
    }

    private List<@Nullable Object> cells(CityReportView report) {
        var confirmed = report.confirmed();
        return Arrays.asList(
                report.city().name(),
                text("word.CityReportStatus." + report.status()),
                report.content().registered(),
                report.content().candidates(),
                report.content().papers(),
                confirmed == null ? null : confirmed.name(),
                confirmed == null ? null : confirmed.at(),
                report.overdue() ? text("page.exam.reports.late") : null);
    }

    /** One city's demand, line by line, for whoever prints the papers. */
    @GetMapping("/{city}/export")
    void exportOne(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable DivisionCode city,
            HttpServletResponse response)
            throws IOException {
        var report = reports.find(actor, session, city);
        Excel.send(
                response,
                text("page.exam.report.papers"),
                Stream.of("occupation", "level", "candidates", "theory", "skills", "review")
                        .map(key -> text("page.exam.report." + key))
                        .toList(),
                report.content().lines().stream().map(this::cells).iterator());
    }

    private List<@Nullable Object> cells(ReportContent.Line line) {
        return Arrays.asList(
                line.occupation(),
                text("level." + line.level()),
                line.candidates(),
                line.theory(),
                line.skills(),
                line.review());
    }

    /** 上报表. */
    record ReportForm(@Nullable String assessors, @Nullable Integer version) {}

    /** 退回表. */
    record ReopenForm(@Nullable String reason, @Nullable Integer version) {}

    @GetMapping("/{city}")
    String one(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable DivisionCode city,
            Model model) {
        var report = reports.find(actor, session, city);
        model.addAttribute("form", new ReportForm(report.content().assessors(), report.version()));
        return page(actor, report, model);
    }

    private String page(Actor actor, CityReportView report, Model model) {
        var view = sessions.find(actor, report.session());
        var city = report.city();
        var here = here(report.session()) + "/" + city.division();
        model.addAttribute("view", view);
        model.addAttribute("report", report);
        model.addAttribute("due", due(report));
        model.addAttribute("undecided", groups.waiting(actor, report.session(), city.division()));
        model.addAttribute("here", here);
        model.addAttribute(
                "crumbs",
                AnnouncedSessions.crumbs(
                        view, reports(report.session()), Crumb.named(here, city.name())));
        return "exam/report";
    }

    @PostMapping("/{city}/confirmation")
    String confirm(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable DivisionCode city,
            @ModelAttribute("form") ReportForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            reports.confirm(
                    actor,
                    session,
                    city,
                    Objects.requireNonNullElse(form.assessors(), ""),
                    seen(form.version()));
            redirect.addFlashAttribute("notice", Notice.ok("page.exam.report.confirm.done"));
            return "redirect:" + here(session) + "/" + city;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (ExamRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(actor, reports.find(actor, session, city), model);
    }

    private static int seen(@Nullable Integer version) {
        return version == null ? -1 : version;
    }

    @PostMapping("/{city}/reopening")
    String reopen(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable DivisionCode city,
            @ModelAttribute("back") ReopenForm back,
            RedirectAttributes redirect) {
        try {
            reports.reopen(
                    actor,
                    session,
                    city,
                    Objects.requireNonNullElse(back.reason(), ""),
                    seen(back.version()));
            redirect.addFlashAttribute("notice", Notice.ok("page.exam.report.reopen.done"));
        } catch (InvalidInput _) {
            redirect.addFlashAttribute("notice", Notice.warn("page.exam.report.reopen.text"));
        }
        return "redirect:" + here(session) + "/" + city;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
