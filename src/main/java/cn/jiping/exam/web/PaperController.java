package cn.jiping.exam.web;

import cn.jiping.exam.ExamDays;
import cn.jiping.exam.Packet;
import cn.jiping.exam.PaperChain;
import cn.jiping.exam.PaperStep;
import cn.jiping.exam.PapersRefused;
import cn.jiping.exam.RoomSitting;
import cn.jiping.exam.Seal;
import cn.jiping.exam.SittingPlace;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Office;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** 试卷交接: the packets of a city and the step that comes next. */
@Controller
@RequestMapping("/authority/exams/{id}/{city}/packets")
class PaperController {
    private static final List<String> HEADERS =
            List.of(
                    "number",
                    "room",
                    "sitting",
                    "step.done",
                    "giver",
                    "taker",
                    "sheets",
                    "seal",
                    "note",
                    "at",
                    "by");

    private final PaperChain chain;
    private final ExamDays days;
    private final MessageSource messages;

    PaperController(PaperChain chain, ExamDays days, MessageSource messages) {
        this.chain = chain;
        this.days = days;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor, @PathVariable SessionId id, @PathVariable DivisionCode city, Model model) {
        var packets = chain.list(actor, id, city);
        var step = next(actor, packets);
        model.addAttribute("form", form(actor, id, city, packets, step));
        return page(actor, id, city, packets, step, model);
    }

    /** What the actor's office enters next: the earliest step that some packet waits for. */
    private static Optional<PaperStep> next(Actor actor, List<Packet> packets) {
        var role = actor.role();
        return packets.stream()
                .flatMap(packet -> packet.step().next().stream())
                .filter(step ->
                        role != null && step.ofProvince() == (role.office() == Office.PROVINCE))
                .min(PaperStep::compareTo);
    }

    private PaperForm form(
            Actor actor,
            SessionId id,
            DivisionCode city,
            List<Packet> packets,
            Optional<PaperStep> step) {
        var present =
                days.sittings(actor, id, city).stream()
                        .collect(Collectors.toMap(RoomSitting::place, RoomSitting::present));
        return new PaperForm(
                "",
                "",
                "",
                waiting(packets, step)
                        .map(packet ->
                                new PaperForm.Row(
                                        packet.id().toString(),
                                        String.valueOf(wanted(packet, step.orElseThrow(), present)),
                                        Seal.INTACT.name(),
                                        true))
                        .toList());
    }

    private static int wanted(Packet packet, PaperStep step, Map<SittingPlace, Integer> present) {
        return step == PaperStep.COLLECTED
                ? present.getOrDefault(packet.place(), 0)
                : packet.sheetsBefore();
    }

    private static Stream<Packet> waiting(List<Packet> packets, Optional<PaperStep> step) {
        return step.stream()
                .flatMap(next ->
                        packets.stream()
                                .filter(packet ->
                                        packet.step().next().filter(next::equals).isPresent()));
    }

    private String page(
            Actor actor,
            SessionId id,
            DivisionCode city,
            List<Packet> packets,
            Optional<PaperStep> step,
            Model model) {
        var day = days.find(actor, id, city);
        var address = DayAddress.of(actor, id, city);
        model.addAttribute("day", day);
        model.addAttribute("packets", packets);
        model.addAttribute("step", step.orElse(null));
        model.addAttribute(
                "known",
                packets.stream().collect(Collectors.toMap(p -> p.id().toString(), p -> p)));
        model.addAttribute("seals", Seal.values());
        model.addAttribute("here", address.packets());
        model.addAttribute(
                "crumbs",
                address.crumbs(day, new Crumb(address.packets(), "page.exam.papers.title")));
        return "exam/packets";
    }

    @PostMapping("/demand")
    String demand(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            RedirectAttributes redirect) {
        var fresh = chain.demand(actor, id, city);
        redirect.addFlashAttribute("notice", Notice.ok("page.exam.papers.demanded", fresh));
        return "redirect:" + DayAddress.of(actor, id, city).packets();
    }

    @PostMapping("/{step}")
    String hand(
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @PathVariable String step,
            @ModelAttribute("form") PaperForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        var to = PaperStep.of(step).orElseThrow(() -> new NotFound("paper step", step));
        try {
            var broken = chain.hand(actor, id, city, to, form.handing(), form.taken());
            redirect.addFlashAttribute(
                    "notice",
                    broken == 0
                            ? Notice.ok("page.exam.papers.handed")
                            : Notice.warn("page.exam.papers.handed.broken", broken));
            return "redirect:" + DayAddress.of(actor, id, city).packets();
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (PapersRefused e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(actor, id, city, chain.list(actor, id, city), Optional.of(to), model);
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
                day.exam().city().name() + text("page.exam.papers.title"),
                HEADERS.stream().map(key -> text("page.exam.papers." + key)).toList(),
                chain.list(actor, id, city).stream().flatMap(this::rows).iterator());
    }

    private Stream<List<Object>> rows(Packet packet) {
        if (packet.handed().isEmpty()) {
            return Stream.of(
                    List.of(
                            packet.number(),
                            packet.roomName(),
                            text("word.Sitting." + packet.place().sitting()),
                            text("word.PaperStep." + packet.step()),
                            "",
                            "",
                            packet.sheets()));
        }
        return packet.handed().stream().map(handed -> row(packet, handed));
    }

    private List<Object> row(Packet packet, Packet.Handed handed) {
        return List.of(
                packet.number(),
                packet.roomName(),
                text("word.Sitting." + packet.place().sitting()),
                text("word.PaperStep." + handed.step()),
                handed.giver(),
                handed.taker(),
                handed.sheets(),
                text("word.Seal." + handed.seal()),
                handed.note(),
                Moments.written(handed.by().at()),
                handed.by().name());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
