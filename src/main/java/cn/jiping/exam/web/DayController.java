package cn.jiping.exam.web;

import cn.jiping.exam.Attendance;
import cn.jiping.exam.AttendanceCorrections;
import cn.jiping.exam.Attendee;
import cn.jiping.exam.DayRefused;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.PapersRefused;
import cn.jiping.exam.PracticalArrangements;
import cn.jiping.exam.PracticalView;
import cn.jiping.exam.RoomSitting;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.SittingPlace;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import cn.jiping.web.SearchText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** 考试日: the sittings of a city and, in each room, who has come. */
@Controller
@RequestMapping({"/authority/exams/{id}/{city}/day", "/hall/exams/{id}/{city}/day"})
class DayController {
    private static final Pattern TICKET = Pattern.compile("\\d{10,}");
    private static final List<String> HEADERS =
            List.of(
                    "room",
                    "sitting",
                    "number",
                    "ticket",
                    "name",
                    "occupation",
                    "state",
                    "at",
                    "by");

    private final ExamDays days;
    private final AttendanceCorrections corrections;
    private final PracticalArrangements practicals;
    private final MessageSource messages;

    DayController(
            ExamDays days,
            AttendanceCorrections corrections,
            PracticalArrangements practicals,
            MessageSource messages) {
        this.days = days;
        this.corrections = corrections;
        this.practicals = practicals;
        this.messages = messages;
    }

    @GetMapping
    String day(
            Actor actor, @PathVariable SessionId id, @PathVariable DivisionCode city, Model model) {
        var address = DayAddress.of(actor, id, city);
        var day = days.find(actor, id, city);
        var sittings = days.sittings(actor, id, city);
        model.addAttribute("day", day);
        model.addAttribute("sittings", sittings);
        model.addAttribute("phases", sittings.stream().map(days::phase).toList());
        model.addAttribute("told", told(actor, id, city));
        model.addAttribute("here", address.day());
        model.addAttribute("incidents", address.incidents());
        model.addAttribute("crumbs", address.crumbs(day));
        return "exam/day";
    }

    /** The days entered for what is practical, by sitting. */
    private Map<Sitting, String> told(Actor actor, SessionId id, DivisionCode city) {
        return practicals.ofDay(actor, id, city).stream()
                .filter(one -> one.place() != null)
                .collect(
                        Collectors.groupingBy(
                                PracticalView::sitting,
                                Collectors.mapping(
                                        DayController::when,
                                        Collectors.collectingAndThen(
                                                Collectors.toCollection(TreeSet::new),
                                                whens -> String.join("、", whens)))));
    }

    private static String when(PracticalView one) {
        var what = Objects.requireNonNull(one.place()).what();
        return what.day() + " " + what.reportAt();
    }

    @GetMapping("/export")
    void export(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            HttpServletResponse response)
            throws IOException {
        var day = days.find(actor, id, city);
        Excel.send(
                response,
                day.exam().city().name() + text("page.exam.day.register"),
                HEADERS.stream().map(key -> text("page.exam.seat." + key)).toList(),
                days.register(actor, id, city).stream().map(this::cells).iterator());
    }

    private List<Object> cells(ExamDays.Line line) {
        var seat = line.seat();
        var by = line.by();
        return List.of(
                seat.roomName(),
                text("word.Sitting." + line.sitting()),
                seat.number(),
                seat.ticket(),
                seat.name(),
                seat.occupation() + " " + text("level." + seat.level()),
                state(line.state()),
                by == null ? "" : Moments.written(by.at()),
                by == null ? "" : by.name());
    }

    private String state(@Nullable Attendance state) {
        return text("page.exam.state." + (state == null ? "WAITING" : state.name()));
    }

    /** What a request asks of the list of a room. */
    record RoomList(@Nullable String q, @Nullable String state) {
        public String text() {
            return SearchText.of(q);
        }

        public String shown() {
            return state == null || !List.of("WAITING", "PRESENT", "ABSENT").contains(state)
                    ? "ALL"
                    : state;
        }

        boolean wants(Attendee one) {
            var is = one.state() == null ? "WAITING" : one.state().name();
            return (shown().equals("ALL") || shown().equals(is))
                    && (one.seat().name().contains(text()) || one.seat().ticket().contains(text()));
        }
    }

    /** 签到表单: what was scanned or typed, or who was picked from the list. */
    public record SignInForm(@Nullable String code, @Nullable List<String> examinees) {
        public SignInForm {
            code = code == null ? "" : code.strip();
            examinees =
                    examinees == null
                            ? List.of()
                            : examinees.stream().filter(Objects::nonNull).toList();
        }

        List<UUID> picked() {
            try {
                return Objects.requireNonNull(examinees).stream().map(UUID::fromString).toList();
            } catch (IllegalArgumentException _) {
                throw InvalidInput.of("examinees", "exam.examinee");
            }
        }
    }

    @GetMapping("/{room}/{sitting}")
    String sitting(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable UUID room,
            @PathVariable String sitting,
            RoomList asked,
            Model model) {
        model.addAttribute("form", new SignInForm(asked.q(), null));
        return page(actor, DayAddress.place(id, city, room, sitting), asked, model);
    }

    private String page(Actor actor, SittingPlace place, RoomList asked, Model model) {
        var address = DayAddress.of(actor, place.session(), place.city());
        var day = days.find(actor, place.session(), place.city());
        var sitting = days.sitting(actor, place);
        var attendees = days.attendees(actor, place);
        model.addAttribute("day", day);
        model.addAttribute("sitting", sitting);
        model.addAttribute("phase", days.phase(sitting));
        model.addAttribute(
                "places",
                place.sitting().practical()
                        ? practicals.ofDay(actor, place.session(), place.city()).stream()
                                .filter(one -> one.sitting() == place.sitting())
                                .toList()
                        : List.of());
        model.addAttribute("attendees", attendees.stream().filter(asked::wants).toList());
        model.addAttribute(
                "awaited", attendees.stream().filter(one -> one.state() == null).toList());
        model.addAttribute("asked", asked);
        model.addAttribute("here", address.sitting(place));
        model.addAttribute("incidents", address.incidents());
        model.addAttribute(
                "crumbs", address.crumbs(day, Crumb.named(address.sitting(place), name(sitting))));
        return "exam/sitting";
    }

    private String name(RoomSitting sitting) {
        return sitting.roomName() + " " + text("word.Sitting." + sitting.place().sitting());
    }

    @PostMapping("/{room}/{sitting}/sign-ins")
    String signIn(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable UUID room,
            @PathVariable String sitting,
            @ModelAttribute("form") SignInForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var place = DayAddress.place(id, city, room, sitting);
        var here = DayAddress.of(actor, id, city).sitting(place);
        var typed = Objects.requireNonNull(form.code());
        try {
            if (form.picked().isEmpty() && !TICKET.matcher(typed).matches()) {
                redirect.addAttribute("q", SearchText.of(typed));
                return "redirect:" + here;
            }
            redirect.addFlashAttribute("notice", signedIn(actor, place, form));
            return "redirect:" + here;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (DayRefused e) {
            var code = "refusal." + e.code();
            model.addAttribute("refused", text(code, e.arguments().toArray()));
            model.addAttribute("insteadDo", text(code + ".next"));
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(actor, place, new RoomList(null, null), model);
    }

    private Notice signedIn(Actor actor, SittingPlace place, SignInForm form) {
        if (!form.picked().isEmpty()) {
            return Notice.ok("page.exam.sign-in.several", days.signIn(actor, place, form.picked()));
        }
        var done = days.signIn(actor, place, Objects.requireNonNull(form.code()));
        var seat = done.seat();
        return done.again()
                ? Notice.info(
                        "page.exam.sign-in.again",
                        seat.name(),
                        seat.number(),
                        Moments.written(done.by().at()),
                        done.by().name())
                : Notice.ok("page.exam.sign-in.done", seat.name(), seat.number());
    }

    /** 更正表单. */
    public record CorrectionForm(@Nullable String reason) {}

    @GetMapping("/{room}/{sitting}/{examinee}/correction")
    String askToCorrect(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable UUID room,
            @PathVariable String sitting,
            @PathVariable UUID examinee,
            Model model) {
        model.addAttribute("form", new CorrectionForm(null));
        return correction(actor, DayAddress.place(id, city, room, sitting), examinee, model);
    }

    private String correction(Actor actor, SittingPlace place, UUID examinee, Model model) {
        page(actor, place, new RoomList(null, null), model);
        model.addAttribute(
                "one",
                days.attendees(actor, place).stream()
                        .filter(one -> one.seat().examinee().equals(examinee))
                        .filter(one -> one.state() != null)
                        .findAny()
                        .orElseThrow(() -> new NotFound("examinee", examinee)));
        return "exam/correction";
    }

    @PostMapping("/{room}/{sitting}/{examinee}/correction")
    String correct(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable UUID room,
            @PathVariable String sitting,
            @PathVariable UUID examinee,
            @ModelAttribute("form") CorrectionForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var place = DayAddress.place(id, city, room, sitting);
        try {
            corrections.correct(
                    actor, place, examinee, Objects.requireNonNullElse(form.reason(), ""));
            redirect.addFlashAttribute("notice", Notice.ok("page.exam.correction.done"));
            return "redirect:" + DayAddress.of(actor, id, city).sitting(place);
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (PapersRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return correction(actor, place, examinee, model);
    }

    @GetMapping("/{room}/{sitting}/closing")
    String askToClose(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable UUID room,
            @PathVariable String sitting,
            Model model) {
        page(actor, DayAddress.place(id, city, room, sitting), new RoomList(null, null), model);
        return "exam/closing";
    }

    /** 结束签到表单. */
    public record ClosingForm(@Nullable Integer seen) {}

    @PostMapping("/{room}/{sitting}/closing")
    String close(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable UUID room,
            @PathVariable String sitting,
            ClosingForm form,
            RedirectAttributes redirect) {
        var place = DayAddress.place(id, city, room, sitting);
        days.close(actor, place, Objects.requireNonNullElse(form.seen(), -1));
        redirect.addFlashAttribute("notice", Notice.ok("page.exam.closing.done"));
        return "redirect:" + DayAddress.of(actor, id, city).sitting(place);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
