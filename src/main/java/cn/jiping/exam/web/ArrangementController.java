package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.CityExam;
import cn.jiping.exam.ExamRefused;
import cn.jiping.exam.SeatView;
import cn.jiping.exam.SmallGroups;
import cn.jiping.institution.SiteId;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.print.PdfFile;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Due;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import cn.jiping.web.SearchText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/** 考务编排: the sessions, their cities, and one city's seats. */
@Controller
@RequestMapping(ArrangementController.BASE)
class ArrangementController {
    static final String BASE = "/authority/exams";
    private static final int USUAL_SIZE = 50;
    private static final List<String> HEADERS =
            List.of("ticket", "name", "occupation", "level", "subjects", "room", "number");

    private final Arrangements arrangements;
    private final SmallGroups groups;
    private final ExamSessions sessions;
    private final RoomPapers papers;
    private final BusinessClock clock;
    private final MessageSource messages;

    ArrangementController(
            Arrangements arrangements,
            SmallGroups groups,
            ExamSessions sessions,
            RoomPapers papers,
            BusinessClock clock,
            MessageSource messages) {
        this.arrangements = arrangements;
        this.groups = groups;
        this.sessions = sessions;
        this.papers = papers;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, @Nullable Integer page, @Nullable Integer size, Model model) {
        var announced =
                new SessionFilter("", SessionStatus.ANNOUNCED, SessionFilter.Column.EXAM, true);
        model.addAttribute("slice", sessions.list(actor, announced, paging(page, size)));
        model.addAttribute("crumbs", List.of(crumb()));
        return "exam/exams";
    }

    private static Paging paging(@Nullable Integer page, @Nullable Integer size) {
        return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
    }

    private static Crumb crumb() {
        return new Crumb(BASE, "nav.exams");
    }

    @GetMapping("/{id}")
    String cities(Actor actor, @PathVariable SessionId id, Model model) {
        var view = announced(actor, id);
        model.addAttribute("view", view);
        model.addAttribute("cities", arrangements.list(actor, id));
        model.addAttribute("others", sessions.onOtherDays(id));
        model.addAttribute("crumbs", List.of(crumb(), crumb(view)));
        return "exam/cities";
    }

    private SessionView announced(Actor actor, SessionId id) {
        var view = sessions.find(actor, id);
        if (view.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", id);
        }
        return view;
    }

    private static Crumb crumb(SessionView view) {
        return Crumb.named(BASE + "/" + view.id(), view.heading().code().value());
    }

    /** 编排表. */
    public record ArrangingForm(@Nullable String site, @Nullable Integer version) {
        /**
         * @throws InvalidInput if none is chosen
         */
        SiteId chosen() {
            try {
                return SiteId.of(site == null ? "" : site);
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("site", "exam.site");
            }
        }

        int seen() {
            return version == null ? -1 : version;
        }
    }

    /** What a request asks of the list of seats. */
    record SeatList(@Nullable String q, @Nullable Integer page, @Nullable Integer size) {
        public String text() {
            return SearchText.of(q);
        }
    }

    @GetMapping("/{id}/{city}")
    String one(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            SeatList asked,
            Model model) {
        var exam = arrangements.find(actor, id, city);
        var arranged = exam.arranged();
        model.addAttribute(
                "form",
                new ArrangingForm(
                        arranged == null ? null : arranged.site().toString(), exam.version()));
        return page(actor, exam, asked, model);
    }

    private String page(Actor actor, CityExam exam, SeatList asked, Model model) {
        var view = announced(actor, exam.session());
        var city = exam.city().division();
        model.addAttribute("view", view);
        model.addAttribute("exam", exam);
        model.addAttribute("asked", asked);
        model.addAttribute("here", here(exam.session(), city));
        model.addAttribute("stage", stage(view));
        model.addAttribute("due", due(view, exam));
        model.addAttribute("undecided", groups.waiting(actor, exam.session(), city));
        model.addAttribute("occupations", arrangements.occupations(actor, exam.session(), city));
        model.addAttribute(
                "slice",
                arrangements.seats(
                        actor,
                        exam.session(),
                        city,
                        asked.text(),
                        paging(asked.page(), asked.size())));
        model.addAttribute("sites", sites(actor, city));
        model.addAttribute(
                "crumbs",
                List.of(
                        crumb(),
                        crumb(view),
                        Crumb.named(here(exam.session(), city), exam.city().name())));
        return "exam/arrangement";
    }

    private static String here(SessionId session, DivisionCode city) {
        return BASE + "/" + session + "/" + city;
    }

    /** Until tickets are given out; null where no day is fixed for that. */
    private @Nullable Due due(SessionView view, CityExam exam) {
        var ticketFrom = view.days().windows().ticketFrom();
        if (ticketFrom == null) {
            return null;
        }
        var until = BusinessClock.startOf(ticketFrom);
        var arranged = exam.arranged();
        return arranged != null && exam.waiting() == 0
                ? Due.done(until, arranged.by().at())
                : Due.open(until, clock.now());
    }

    /** Whether it is too early to arrange, the time for it, or too late. */
    private String stage(SessionView view) {
        var windows = view.days().windows();
        var today = clock.today();
        var payUntil = windows.payUntil();
        var ticketFrom = windows.ticketFrom();
        if (payUntil != null && !today.isAfter(payUntil)) {
            return "early";
        }
        return ticketFrom != null && !today.isBefore(ticketFrom) ? "late" : "open";
    }

    private List<Choice> sites(Actor actor, DivisionCode city) {
        return arrangements.sites(actor, city).stream()
                .map(site ->
                        new Choice(
                                site.id().toString(),
                                text(
                                        "page.exam.arrangement.site.seats",
                                        site.name(),
                                        site.rooms(),
                                        site.seats())))
                .toList();
    }

    @PostMapping("/{id}/{city}")
    String arrange(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @ModelAttribute("form") ArrangingForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            arrangements.arrange(actor, id, city, form.chosen(), form.seen());
            redirect.addFlashAttribute("notice", Notice.ok("page.exam.arrangement.done"));
            return "redirect:" + here(id, city);
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (ExamRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(
                actor, arrangements.find(actor, id, city), new SeatList(null, null, null), model);
    }

    @GetMapping("/{id}/{city}/export")
    void export(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            HttpServletResponse response)
            throws IOException {
        arrangements.find(actor, id, city);
        Excel.send(
                response,
                text("page.exam.arrangement.seats"),
                HEADERS.stream().map(key -> text("page.exam.seat." + key)).toList(),
                arrangements.seats(actor, id, city).stream().map(this::cells).iterator());
    }

    private List<Object> cells(SeatView seat) {
        return List.of(
                seat.ticket(),
                seat.name(),
                seat.occupation(),
                text("level." + seat.level()),
                subjects(seat),
                seat.roomName(),
                seat.number());
    }

    private String subjects(SeatView seat) {
        return seat.subjectsInOrder().stream()
                .map(subject -> text("word.Subject." + subject))
                .collect(Collectors.joining("、"));
    }

    @GetMapping("/{id}/{city}/papers/{kind}")
    void print(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable String kind,
            HttpServletResponse response)
            throws IOException {
        var paper = RoomPapers.Kind.of(kind).orElseThrow(() -> new NotFound("paper", kind));
        var exam = arrangements.find(actor, id, city);
        var rooms = arrangements.byRoom(actor, id, city);
        if (rooms.isEmpty()) {
            throw new NotFound("paper", kind);
        }
        var view = announced(actor, id);
        var title = text("page.exam.paper." + kind) + " " + exam.city().name();
        Download.pdf(
                response,
                new PdfFile(
                        title,
                        clock.now(),
                        pdf -> papers.draw(pdf, paper, view, exam, rooms.values())));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
