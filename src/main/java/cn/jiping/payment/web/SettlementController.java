package cn.jiping.payment.web;

import cn.jiping.payment.SettlementFilter;
import cn.jiping.payment.SettlementRow;
import cn.jiping.payment.SettlementStatus;
import cn.jiping.payment.Settlements;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.web.Asked;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 上缴结算: what cities hand on, declared there and confirmed by the province. */
@Controller
@RequestMapping(SettlementController.PATH)
class SettlementController {
    static final String PATH = "/authority/payments/settlements";
    private static final Crumb HERE =
            new Crumb("/authority/payments/settlements", "page.payment.settlements");
    private static final int EXPORTED_AT_ONCE = 200;
    private static final int USUAL_SIZE = 20;
    private static final List<String> HEADERS =
            List.of(
                    "session",
                    "city",
                    "persons",
                    "amount",
                    "status",
                    "declared-by",
                    "declared",
                    "received-by",
                    "received");

    private final Settlements settlements;
    private final MessageSource messages;

    SettlementController(Settlements settlements, MessageSource messages) {
        this.settlements = settlements;
        this.messages = messages;
    }

    /** What a request asks of the list. */
    record Wanted(
            @Nullable String status,
            @Nullable String session,
            @Nullable Integer page,
            @Nullable Integer size) {
        public SettlementFilter filter() {
            return new SettlementFilter(statusAsked(), sessionAsked());
        }

        public @Nullable SettlementStatus statusAsked() {
            return Asked.one(SettlementStatus.class, status);
        }

        public @Nullable UUID sessionAsked() {
            return Asked.uuid(session);
        }

        public Paging paging() {
            return Paging.within(page == null ? 1 : page, size == null ? USUAL_SIZE : size);
        }
    }

    @GetMapping
    String list(Actor actor, Wanted asked, Model model) {
        model.addAttribute("slice", settlements.list(actor, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", PATH);
        model.addAttribute("statuses", SettlementStatus.values());
        model.addAttribute("sessions", settlements.sessions(actor));
        model.addAttribute("kinds", Statuses.settlementKinds());
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs", List.of(OrderController.home(actor), OrderController.LIST, HERE));
        return "payment/settlements";
    }

    @GetMapping("/export")
    void export(Actor actor, Wanted asked, HttpServletResponse response, Locale locale)
            throws IOException {
        Excel.send(
                response,
                text("page.payment.settlements", locale),
                HEADERS.stream()
                        .map(key -> text("page.payment.settlements." + key, locale))
                        .toList(),
                Stream.iterate(1, page -> page + 1)
                        .map(page ->
                                settlements.list(
                                        actor, asked.filter(), new Paging(page, EXPORTED_AT_ONCE)))
                        .takeWhile(slice -> !slice.rows().isEmpty())
                        .flatMap(slice -> slice.rows().stream())
                        .map(row -> cells(row, locale))
                        .iterator());
    }

    private List<@Nullable Object> cells(SettlementRow row, Locale locale) {
        var declared = row.declared();
        var received = row.received();
        return Arrays.asList(
                row.session().title(),
                row.city().name(),
                row.persons(),
                row.amount().yuan(),
                text("payment.settlement." + row.status(), locale),
                declared == null ? null : declared.by(),
                Days.of(declared == null ? null : declared.at()),
                received == null ? null : received.by(),
                Days.of(received == null ? null : received.at()));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    @GetMapping("/{session}/{code}/declare")
    String declarePage(
            Actor actor, @PathVariable UUID session, @PathVariable DivisionCode code, Model model) {
        return sure(actor, session, code, "declare", model);
    }

    @GetMapping("/{session}/{code}/receive")
    String receivePage(
            Actor actor, @PathVariable UUID session, @PathVariable DivisionCode code, Model model) {
        return sure(actor, session, code, "receive", model);
    }

    private String sure(Actor actor, UUID session, DivisionCode city, String step, Model model) {
        model.addAttribute("row", settlements.find(actor, session, city));
        model.addAttribute("step", step);
        model.addAttribute("action", PATH + "/" + session + "/" + city + "/" + step);
        model.addAttribute("base", PATH);
        model.addAttribute(
                "crumbs", List.of(OrderController.home(actor), OrderController.LIST, HERE));
        return "payment/settlement";
    }

    @PostMapping("/{session}/{code}/declare")
    String declare(
            Actor actor,
            @PathVariable UUID session,
            @PathVariable DivisionCode code,
            RedirectAttributes redirect) {
        settlements.declare(actor, session, code);
        redirect.addFlashAttribute("notice", Notice.ok("page.payment.settlement.declare.done"));
        return "redirect:" + PATH;
    }

    @PostMapping("/{session}/{code}/receive")
    String receive(
            Actor actor,
            @PathVariable UUID session,
            @PathVariable DivisionCode code,
            RedirectAttributes redirect) {
        settlements.receive(actor, session, code);
        redirect.addFlashAttribute("notice", Notice.ok("page.payment.settlement.receive.done"));
        return "redirect:" + PATH;
    }
}
