package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Entry;
import cn.jiping.exam.ExamRefused;
import cn.jiping.exam.GroupMeasure;
import cn.jiping.exam.SmallGroupStatus;
import cn.jiping.exam.SmallGroupView;
import cn.jiping.exam.SmallGroups;
import cn.jiping.plan.CityPart;
import cn.jiping.plan.PlanRefused;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionRow;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/** 不足人数的组: the list of a session, and one group with what the city proposes and who decides. */
@Controller
@RequestMapping("/authority/exams/{session}/groups")
class SmallGroupController {
    private static final List<String> HEADERS =
            List.of("city", "occupation", "level", "candidates", "status", "due", "outcome");

    private final SmallGroups groups;
    private final AnnouncedSessions sessions;
    private final BusinessClock clock;
    private final MessageSource messages;

    SmallGroupController(
            SmallGroups groups,
            AnnouncedSessions sessions,
            BusinessClock clock,
            MessageSource messages) {
        this.groups = groups;
        this.sessions = sessions;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor, @PathVariable SessionId session, @Nullable String status, Model model) {
        var view = sessions.find(actor, session);
        var rows = rows(actor, session, status);
        model.addAttribute("view", view);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "outcomes",
                rows.stream().collect(Collectors.toMap(SmallGroupView::id, this::outcome)));
        model.addAttribute(
                "dues",
                rows.stream()
                        .filter(group -> group.status().waiting())
                        .collect(Collectors.toMap(SmallGroupView::id, this::due)));
        model.addAttribute("limit", groups.limit(view).orElse(null));
        model.addAttribute("status", status);
        model.addAttribute("statuses", SmallGroupStatus.values());
        model.addAttribute("kinds", kinds());
        model.addAttribute("here", here(session));
        model.addAttribute("crumbs", AnnouncedSessions.crumbs(view, groups(session)));
        return "exam/groups";
    }

    private List<SmallGroupView> rows(Actor actor, SessionId session, @Nullable String status) {
        var wanted =
                Stream.of(SmallGroupStatus.values())
                        .filter(each -> each.name().equals(status))
                        .findAny();
        return groups.list(actor, session).stream()
                .filter(group -> wanted.isEmpty() || group.status() == wanted.get())
                .toList();
    }

    /** What is left for the step that waits. */
    private Due due(SmallGroupView group) {
        return Due.open(BusinessClock.endOf(group.dueOn()), clock.now());
    }

    static Map<SmallGroupStatus, String> kinds() {
        return Map.of(
                SmallGroupStatus.OPEN, "warn",
                SmallGroupStatus.PROPOSED, "warn",
                SmallGroupStatus.DECIDED, "ok",
                SmallGroupStatus.ENOUGH, "ok",
                SmallGroupStatus.EMPTY, "idle");
    }

    private static String here(SessionId session) {
        return ArrangementController.BASE + "/" + session + "/groups";
    }

    private static Crumb groups(SessionId session) {
        return new Crumb(here(session), "page.exam.groups.title");
    }

    private String outcome(SmallGroupView group) {
        var decided = group.decided();
        return decided == null ? "" : words(decided.measure());
    }

    private String words(GroupMeasure measure) {
        return switch (measure) {
            case GroupMeasure.Pool(var to) -> text("page.exam.group.POOL", to.name());
            case GroupMeasure.Move(var to) -> text("page.exam.group.MOVE", to.toString());
        };
    }

    @GetMapping("/export")
    void export(
            Actor actor,
            @PathVariable SessionId session,
            @Nullable String status,
            HttpServletResponse response)
            throws IOException {
        sessions.find(actor, session);
        Excel.send(
                response,
                text("page.exam.groups.title"),
                HEADERS.stream().map(this::header).toList(),
                rows(actor, session, status).stream().map(this::cells).iterator());
    }

    private String header(String column) {
        return switch (column) {
            case "city" -> text("page.exam.cities.city");
            case "occupation", "level" -> text("page.exam.seat." + column);
            default -> text("page.exam.groups." + column);
        };
    }

    private List<@Nullable Object> cells(SmallGroupView group) {
        return Arrays.asList(
                group.city().name(),
                group.occupation(),
                text("level." + group.level()),
                group.candidates(),
                text("word.SmallGroupStatus." + group.status()),
                group.status().waiting() ? group.dueOn() : null,
                outcome(group));
    }

    /** 处理办法表, of a proposal and of a decision. */
    record MeasureForm(
            @Nullable String measure,
            @Nullable String city,
            @Nullable String day,
            @Nullable String reason,
            @Nullable Integer version) {

        /**
         * @throws InvalidInput if none is chosen, or what belongs to it is not filled in
         */
        GroupMeasure chosen() {
            return switch (Objects.requireNonNullElse(measure, "")) {
                case "POOL" -> new GroupMeasure.Pool(cityChosen());
                case "MOVE" -> new GroupMeasure.Move(dayGiven());
                default -> throw InvalidInput.of("measure", "exam.group-measure");
            };
        }

        private Entry.City cityChosen() {
            try {
                return new Entry.City(new DivisionCode(Objects.requireNonNullElse(city, "")), "");
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("city", "exam.group-city");
            }
        }

        private LocalDate dayGiven() {
            try {
                return LocalDate.parse(Objects.requireNonNullElse(day, "").strip());
            } catch (DateTimeParseException _) {
                throw InvalidInput.of("day", "exam.day");
            }
        }

        String why() {
            return Objects.requireNonNullElse(reason, "");
        }

        int seen() {
            return version == null ? -1 : version;
        }
    }

    /** 退回表. */
    record ReturnForm(@Nullable String returned, @Nullable Integer version) {}

    @GetMapping("/{group}")
    String one(
            Actor actor, @PathVariable SessionId session, @PathVariable UUID group, Model model) {
        var found = groups.find(actor, session, group);
        model.addAttribute("form", form(found));
        return page(actor, found, model);
    }

    /** What was proposed, to be taken over or changed. */
    private static MeasureForm form(SmallGroupView group) {
        var step = group.proposed();
        return step == null
                ? new MeasureForm(null, null, null, null, group.version())
                : new MeasureForm(
                        step.measure() instanceof GroupMeasure.Pool ? "POOL" : "MOVE",
                        step.measure().city().map(city -> city.division().value()).orElse(null),
                        step.measure().day().map(LocalDate::toString).orElse(null),
                        step.reason(),
                        group.version());
    }

    private String page(Actor actor, SmallGroupView group, Model model) {
        var view = sessions.find(actor, group.session());
        model.addAttribute("view", view);
        model.addAttribute("group", group);
        model.addAttribute("limit", groups.limit(view).orElseThrow());
        model.addAttribute("kind", kinds().get(group.status()));
        model.addAttribute("due", group.status().waiting() ? due(group) : null);
        model.addAttribute("proposed", said(group.proposed()));
        model.addAttribute("decided", said(group.decided()));
        model.addAttribute("another", another(group));
        model.addAttribute("measures", measures());
        model.addAttribute("cities", cities(actor, view, group));
        model.addAttribute("here", here(group.session()) + "/" + group.id());
        model.addAttribute(
                "crumbs",
                AnnouncedSessions.crumbs(
                        view,
                        groups(group.session()),
                        Crumb.named(
                                here(group.session()) + "/" + group.id(),
                                group.city().name() + group.occupation())));
        return "exam/group";
    }

    /** The session in which they sit now; null unless they were moved to a day of their own. */
    private @Nullable SessionRow another(SmallGroupView group) {
        var decided = group.decided();
        return decided == null
                ? null
                : decided.measure()
                        .day()
                        .flatMap(day -> sessions.onAnotherDay(group.session(), day))
                        .orElse(null);
    }

    private @Nullable String said(SmallGroupView.@Nullable Step step) {
        return step == null ? null : words(step.measure());
    }

    private List<Choice> measures() {
        return Stream.of("POOL", "MOVE")
                .map(each -> new Choice(each, text("page.exam.group.measure." + each)))
                .toList();
    }

    /** With how many sit there already, for whoever may see them. */
    private List<Choice> cities(Actor actor, SessionView view, SmallGroupView group) {
        var there = groups.elsewhere(actor, group.session(), group.id());
        return view.parts().stream()
                .filter(part -> !part.division().equals(group.city().division()))
                .map(part -> new Choice(part.division().value(), name(part, there)))
                .toList();
    }

    private String name(CityPart part, Map<DivisionCode, Integer> there) {
        var people = there.get(part.division());
        return people == null
                ? part.name()
                : text("page.exam.group.city.people", part.name(), people);
    }

    @PostMapping("/{group}/proposal")
    String propose(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable UUID group,
            @ModelAttribute("form") MeasureForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return taken(
                        faults,
                        () ->
                                groups.propose(
                                        actor,
                                        session,
                                        group,
                                        form.chosen(),
                                        form.why(),
                                        form.seen()))
                ? done(redirect, "propose", session, group)
                : again(actor, groups.find(actor, session, group), response, model);
    }

    /** False if something is to be mended in the form. */
    private static boolean taken(BindingResult faults, Runnable step) {
        try {
            step.run();
            return true;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (ExamRefused e) {
            Forms.reject(faults, e);
        } catch (PlanRefused e) {
            Forms.reject(faults, e);
        }
        return false;
    }

    private String again(
            Actor actor, SmallGroupView group, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(actor, group, model);
    }

    private static String done(
            RedirectAttributes redirect, String step, SessionId session, UUID group) {
        redirect.addFlashAttribute("notice", Notice.ok("page.exam.group." + step + ".done"));
        return "redirect:" + here(session) + "/" + group;
    }

    @PostMapping("/{group}/decision")
    String decide(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable UUID group,
            @ModelAttribute("form") MeasureForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        return taken(
                        faults,
                        () ->
                                groups.decide(
                                        actor,
                                        session,
                                        group,
                                        form.chosen(),
                                        form.why(),
                                        form.seen()))
                ? done(redirect, "decide", session, group)
                : again(actor, groups.find(actor, session, group), response, model);
    }

    @PostMapping("/{group}/return")
    String sendBack(
            Actor actor,
            @PathVariable SessionId session,
            @PathVariable UUID group,
            @ModelAttribute("back") ReturnForm back,
            RedirectAttributes redirect) {
        try {
            groups.sendBack(
                    actor,
                    session,
                    group,
                    Objects.requireNonNullElse(back.returned(), ""),
                    back.version() == null ? -1 : back.version());
        } catch (InvalidInput _) {
            redirect.addFlashAttribute("notice", Notice.warn("page.exam.group.back.text"));
            return "redirect:" + here(session) + "/" + group;
        }
        return done(redirect, "back", session, group);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
