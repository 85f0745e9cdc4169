package cn.jiping.exam.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.ConductTerms;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.IncidentRefused;
import cn.jiping.exam.Incidents;
import cn.jiping.exam.RoomSitting;
import cn.jiping.exam.Sitting;
import cn.jiping.plan.SessionId;
import cn.jiping.print.PdfFile;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Choice;
import cn.jiping.web.Crumb;
import cn.jiping.web.Download;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

/** 考场情况: what happened in a city's rooms, entered, corrected and printed. */
@Controller
@RequestMapping({"/authority/exams/{id}/{city}/incidents", "/hall/exams/{id}/{city}/incidents"})
class IncidentController {
    private final Incidents incidents;
    private final ExamDays days;
    private final RoomRecords records;
    private final IncidentSheet sheet;
    private final BusinessClock clock;
    private final MessageSource messages;

    IncidentController(
            Incidents incidents,
            ExamDays days,
            RoomRecords records,
            IncidentSheet sheet,
            BusinessClock clock,
            MessageSource messages) {
        this.incidents = incidents;
        this.days = days;
        this.records = records;
        this.sheet = sheet;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            IncidentList asked,
            Model model) {
        var address = DayAddress.of(actor, id, city);
        var day = days.find(actor, id, city);
        model.addAttribute("day", day);
        model.addAttribute(
                "slice", incidents.page(actor, id, city, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("kinds", names(incidents.conduct(day.session())));
        model.addAttribute("rooms", rooms(days.sittings(actor, id, city)));
        model.addAttribute("here", address.incidents());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", crumbs(address, day));
        return "exam/incidents";
    }

    /** The kinds one may filter by. */
    static List<Choice> names(ConductTerms conduct) {
        return conduct.incidents().stream()
                .map(kind -> new Choice(kind.name(), kind.name()))
                .toList();
    }

    private static List<Crumb> crumbs(DayAddress address, ExamDays.Day day, Crumb... more) {
        var own = new Crumb(address.incidents(), "page.exam.incidents.title");
        return address.crumbs(
                day, Stream.concat(Stream.of(own), Stream.of(more)).toArray(Crumb[]::new));
    }

    @GetMapping("/export")
    void export(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            IncidentList asked,
            HttpServletResponse response)
            throws IOException {
        var name = days.find(actor, id, city).exam().city().name();
        var rows = new ArrayList<List<?>>();
        incidents.export(actor, id, city, asked.filter(), one -> rows.add(sheet.row(name, one)));
        Excel.send(
                response,
                name + text("page.exam.incidents.title"),
                sheet.headers(),
                rows.iterator());
    }

    @GetMapping("/record")
    void record(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            HttpServletResponse response)
            throws IOException {
        var day = days.find(actor, id, city);
        var register = days.register(actor, id, city);
        if (register.isEmpty()) {
            throw new NotFound("room record", id);
        }
        var title = text("page.exam.record.title") + " " + day.exam().city().name();
        var sittings = days.sittings(actor, id, city);
        var happened = incidents.list(actor, id, city);
        Download.pdf(
                response,
                new PdfFile(
                        title,
                        clock.now(),
                        pdf -> records.draw(pdf, day, sittings, register, happened)));
    }

    @GetMapping("/new")
    String enter(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @Nullable String room,
            @Nullable String sitting,
            @Nullable UUID corrects,
            Model model) {
        var form =
                corrects == null
                        ? IncidentForm.empty(room, sitting, clock.localNow())
                        : IncidentForm.correcting(incidents.find(actor, id, city, corrects));
        model.addAttribute("form", form);
        return form(actor, id, city, model);
    }

    private String form(Actor actor, SessionId id, DivisionCode city, Model model) {
        var address = DayAddress.of(actor, id, city);
        var day = days.find(actor, id, city);
        var conduct = incidents.conduct(day.session());
        model.addAttribute("day", day);
        model.addAttribute("kinds", kinds(conduct));
        model.addAttribute("handlings", handlings(conduct));
        model.addAttribute("rooms", rooms(days.sittings(actor, id, city)));
        model.addAttribute("sittings", sittings());
        model.addAttribute("here", address.incidents());
        model.addAttribute(
                "crumbs",
                crumbs(
                        address,
                        day,
                        new Crumb(address.incidents() + "/new", "page.exam.incident.new")));
        return "exam/incident";
    }

    private List<Choice> kinds(ConductTerms conduct) {
        return conduct.incidents().stream()
                .map(kind ->
                        new Choice(
                                kind.name(),
                                text(
                                        "page.exam.incident.kind.about",
                                        kind.name(),
                                        text("word.About." + kind.about()))))
                .toList();
    }

    private List<Choice> handlings(ConductTerms conduct) {
        return conduct.handlings().stream()
                .map(handling -> new Choice(handling.name(), handling.name()))
                .toList();
    }

    private static List<Choice> rooms(List<RoomSitting> sittings) {
        return sittings.stream()
                .map(one -> new Choice(one.place().room().toString(), one.roomName()))
                .distinct()
                .toList();
    }

    private List<Choice> sittings() {
        return Stream.of(Sitting.values())
                .map(one -> new Choice(one.code(), text("word.Sitting." + one)))
                .toList();
    }

    @PostMapping("/new")
    String record(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @ModelAttribute("form") IncidentForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            incidents.record(actor, id, city, form.draft());
            redirect.addFlashAttribute("notice", Notice.ok("page.exam.incident.saved"));
            return "redirect:" + DayAddress.of(actor, id, city).incidents();
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (IncidentRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return form(actor, id, city, model);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.CHINA);
    }
}
