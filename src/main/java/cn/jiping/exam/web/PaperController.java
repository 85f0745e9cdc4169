package cn.jiping.exam.web;

import cn.jiping.exam.ExamDays;
import cn.jiping.exam.Packet;
import cn.jiping.exam.PaperChain;
import cn.jiping.exam.PaperStep;
import cn.jiping.exam.PapersRefused;
import cn.jiping.exam.RoomSitting;
import cn.jiping.exam.Seal;
import cn.jiping.exam.SittingPlace;
import cn.jiping.exam.WaitingPackets;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
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
            Actor actor,
            @PathVariable SessionId id,
            @PathVariable DivisionCode city,
            @Nullable String step,
            @Nullable String sitting,
            Model model) {
        var offers = chain.waiting(actor, id, city);
        var offer =
                offers.stream()
                        .filter(one -> one.step().name().equals(step))
                        .filter(one ->
                                one.sitting() == null || one.sitting().name().equals(sitting))
                        .findFirst()
                        .or(() -> offers.stream().findFirst());
        model.addAttribute("form", form(actor, id, city, offer));
        return page(actor, id, city, offer.map(WaitingPackets::step), offer, model);
    }

    private PaperForm form(
            Actor actor, SessionId id, DivisionCode city, Optional<WaitingPackets> offer) {
        var present =
                days.sittings(actor, id, city).stream()
                        .collect(Collectors.toMap(RoomSitting::place, RoomSitting::present));
        return new PaperForm(
                "",
                "",
                "",
                offer.stream()
                        .flatMap(one ->
                                one.packets().stream()
                                        .map(packet -> row(packet, one.step(), present)))
                        .toList());
    }

    private static PaperForm.Row row(
            Packet packet, PaperStep step, Map<SittingPlace, Integer> present) {
        var wanted =
                step == PaperStep.COLLECTED
                        ? present.getOrDefault(packet.place(), 0)
                        : packet.sheetsBefore();
        return new PaperForm.Row(
                packet.id().toString(), String.valueOf(wanted), Seal.INTACT.name(), true);
    }

    private String page(
            Actor actor,
            SessionId id,
            DivisionCode city,
            Optional<PaperStep> step,
            Optional<WaitingPackets> offer,
            Model model) {
        var day = days.find(actor, id, city);
        var packets = chain.list(actor, id, city);
        var address = DayAddress.of(actor, id, city);
        model.addAttribute("day", day);
        model.addAttribute("packets", packets);
        model.addAttribute("offers", chain.waiting(actor, id, city));
        model.addAttribute("step", step.orElse(null));
        model.addAttribute("chosen", offer.orElse(null));
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
        return page(actor, id, city, Optional.of(to), offered(actor, id, city, to, form), model);
    }

    /** What the form was filled in for, if it waits still. */
    private Optional<WaitingPackets> offered(
            Actor actor, SessionId id, DivisionCode city, PaperStep step, PaperForm form) {
        var sent = form.packets();
        return chain.waiting(actor, id, city).stream()
                .filter(one -> one.step() == step)
                .filter(one ->
                        one.packets().stream()
                                .anyMatch(packet -> sent.contains(packet.id().toString())))
                .findFirst();
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
