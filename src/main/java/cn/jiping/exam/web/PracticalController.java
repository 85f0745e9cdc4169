package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.ExamDue;
import cn.jiping.exam.ExamDues;
import cn.jiping.exam.PracticalArrangements;
import cn.jiping.exam.PracticalDraft;
import cn.jiping.exam.PracticalKey;
import cn.jiping.exam.PracticalState;
import cn.jiping.exam.PracticalView;
import cn.jiping.exam.Sitting;
import cn.jiping.institution.SiteId;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

/** 实操考核安排: the list over the cities of a session, and one group's site, day and time. */
@Controller
@RequestMapping("/authority/exams/{session}/practicals")
class PracticalController {
    private static final List<String> HEADERS =
            List.of(
                    "city",
                    "occupation",
                    "level",
                    "sitting",
                    "candidates",
                    "state",
                    "site",
                    "address",
                    "day",
                    "report",
                    "note");

    private final PracticalArrangements practicals;
    private final ExamDues dues;
    private final AnnouncedSessions sessions;
    private final BusinessClock clock;
    private final MessageSource messages;

    PracticalController(
            PracticalArrangements practicals,
            ExamDues dues,
            AnnouncedSessions sessions,
            BusinessClock clock,
            MessageSource messages) {
        this.practicals = practicals;
        this.dues = dues;
        this.sessions = sessions;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, @PathVariable SessionId session, PracticalList asked, Model model) {
        var view = sessions.find(actor, session);
        var all = practicals.list(actor, session);
        model.addAttribute("view", view);
        model.addAttribute("rows", asked.of(all));
        model.addAttribute(
                "missing",
                all.stream().filter(one -> one.state() != PracticalState.ENTERED).count());
        model.addAttribute("all", all.size());
        model.addAttribute("days", practicals.days(view));
        model.addAttribute("due", due(actor, session));
        model.addAttribute("asked", asked);
        model.addAttribute("states", PracticalState.values());
        model.addAttribute("kinds", kinds());
        model.addAttribute("wide", true);
        model.addAttribute("here", here(session));
        model.addAttribute("crumbs", AnnouncedSessions.crumbs(view, crumb(session)));
        return "exam/practicals";
    }

    /** The earliest that is still open, of the cities that the actor sees. */
    private @Nullable Due due(Actor actor, SessionId session) {
        return dues.list(actor, session).stream()
                .filter(due -> due.what() == ExamDue.PRACTICAL_ARRANGEMENT)
                .filter(due -> due.metAt() == null)
                .min(Comparator.comparing(due -> due.dueOn()))
                .map(due -> Due.open(due.until(), clock.now()))
                .orElse(null);
    }

    static Map<PracticalState, String> kinds() {
        return Map.of(
                PracticalState.MISSING, "warn",
                PracticalState.SITE_CLOSED, "no",
                PracticalState.ENTERED, "ok");
    }

    private static String here(SessionId session) {
        return ArrangementController.BASE + "/" + session + "/practicals";
    }

    private static Crumb crumb(SessionId session) {
        return new Crumb(here(session), "page.exam.practicals.title");
    }

    @GetMapping("/export")
    void export(
            Actor actor,
            @PathVariable SessionId session,
            PracticalList asked,
            HttpServletResponse response)
            throws IOException {
        sessions.find(actor, session);
        Excel.send(
                response,
                text("page.exam.practicals.title"),
                HEADERS.stream().map(key -> text("page.exam.practical." + key)).toList(),
                asked.of(practicals.list(actor, session)).stream().map(this::cells).iterator());
    }

    private List<@Nullable Object> cells(PracticalView one) {
        var place = one.place();
        return Arrays.asList(
                one.city().name(),
                one.occupation(),
                text("level." + one.level()),
                text("word.Sitting." + one.sitting()),
                one.candidates(),
                text("word.PracticalState." + one.state()),
                place == null ? null : place.siteName(),
                place == null ? null : place.address(),
                place == null ? null : place.what().day(),
                place == null ? null : place.what().reportAt().toString(),
                place == null ? null : place.what().note());
    }

    /** 实操考核安排表. */
    record PracticalForm(
            @Nullable String site,
            @Nullable String day,
            @Nullable String reportAt,
            @Nullable String note,
            @Nullable String reason,
            @Nullable Integer version) {

        static PracticalForm of(PracticalView one) {
            var place = one.place();
            return place == null
                    ? new PracticalForm(null, null, null, null, null, 0)
                    : new PracticalForm(
                            place.what().site().toString(),
                            place.what().day().toString(),
                            place.what().reportAt().toString(),
                            place.what().note(),
                            null,
                            place.version());
        }

        /**
         * @throws InvalidInput naming everything that cannot be read
         */
        PracticalDraft draft() {
            InvalidInput.requireAll(this::siteChosen, this::dayGiven, this::timeGiven);
            return new PracticalDraft(
                    siteChosen(), dayGiven(), timeGiven(), Objects.requireNonNullElse(note, ""));
        }

        private SiteId siteChosen() {
            try {
                return SiteId.of(Objects.requireNonNullElse(site, ""));
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("site", "exam.site");
            }
        }

        private LocalDate dayGiven() {
            try {
                return LocalDate.parse(Objects.requireNonNullElse(day, "").strip());
            } catch (DateTimeParseException _) {
                throw InvalidInput.of("day", "exam.day");
            }
        }

        private LocalTime timeGiven() {
            try {
                return LocalTime.parse(Objects.requireNonNullElse(reportAt, "").strip())
                        .withSecond(0)
                        .withNano(0);
            } catch (DateTimeParseException _) {
                throw InvalidInput.of("reportAt", "exam.report-time");
            }
        }

        int seen() {
            return version == null ? -1 : version;
        }
    }

    @GetMapping("/{city}/{offering}/{sitting}")
    String one(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable DivisionCode city,
            @PathVariable OfferingId offering,
            @PathVariable String sitting,
            Model model) {
        var view = sessions.find(actor, session);
        var one = practicals.find(actor, key(session, city, offering, sitting));
        model.addAttribute("form", PracticalForm.of(one));
        return page(actor, view, one, model);
    }

    private static PracticalKey key(
            SessionId session, DivisionCode city, OfferingId offering, String sitting) {
        return new PracticalKey(
                session,
                city,
                offering,
                Sitting.of(sitting).orElseThrow(() -> new NotFound("sitting", sitting)));
    }

    private String page(Actor actor, SessionView view, PracticalView one, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("one", one);
        model.addAttribute("days", practicals.days(view));
        model.addAttribute("due", due(actor, view.id()));
        model.addAttribute("kind", kinds().get(one.state()));
        model.addAttribute(
                "sites",
                practicals.sites(actor, one).stream()
                        .map(site ->
                                new Choice(
                                        site.id().toString(), site.name() + "，" + site.address()))
                        .toList());
        model.addAttribute("here", here(one.key()));
        model.addAttribute(
                "crumbs",
                AnnouncedSessions.crumbs(
                        view,
                        crumb(view.id()),
                        Crumb.named(here(one.key()), one.city().name() + one.occupation())));
        return "exam/practical";
    }

    private static String here(PracticalKey key) {
        return here(key.session())
                + "/"
                + key.city()
                + "/"
                + key.offering()
                + "/"
                + key.sitting().code();
    }

    @PostMapping("/{city}/{offering}/{sitting}")
    String enter(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable DivisionCode city,
            @PathVariable OfferingId offering,
            @PathVariable String sitting,
            @ModelAttribute("form") PracticalForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var view = sessions.find(actor, session);
        var key = key(session, city, offering, sitting);
        var one = practicals.find(actor, key);
        return Forms.take(
                faults,
                response,
                () -> {
                    practicals.enter(
                            actor,
                            key,
                            form.draft(),
                            Objects.requireNonNullElse(form.reason(), ""),
                            form.seen());
                    redirect.addFlashAttribute("notice", Notice.ok("page.exam.practical.done"));
                    return "redirect:" + here(session);
                },
                () -> page(actor, view, one, model));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
