package cn.jiping.payment.web;

import cn.jiping.payment.OrderId;
import cn.jiping.payment.OrderRow;
import cn.jiping.payment.OrderStatus;
import cn.jiping.payment.Payments;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import cn.jiping.web.Forms;
import cn.jiping.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

/** Orders of one's own cities, and the fees sent back. */
@Controller
@RequestMapping(OrderController.PATH)
class OrderController {
    static final String PATH = "/authority/payments";
    static final Crumb LIST = new Crumb("/authority/payments", "nav.payments");
    private static final Source RETURNED = new Source.Practice("退费由市级或省级财务按理由办理，原路退回");
    private static final List<String> HEADERS =
            List.of(
                    "number", "session", "payer", "city", "amount", "status", "opened", "until",
                    "paid");

    private final Payments payments;
    private final MessageSource messages;

    OrderController(Payments payments, MessageSource messages) {
        this.payments = payments;
        this.messages = messages;
    }

    static Crumb home(Actor actor) {
        var role = Objects.requireNonNull(actor.role());
        return new Crumb(role.door().path(), "door." + role.door());
    }

    @GetMapping
    String list(Actor actor, OrderList asked, Model model) {
        model.addAttribute("slice", payments.list(actor, asked.filter(), asked.paging()));
        model.addAttribute("asked", asked);
        model.addAttribute("base", PATH);
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("sessions", payments.sessions(actor));
        model.addAttribute("cities", payments.cities(actor));
        model.addAttribute("kinds", Statuses.kinds());
        model.addAttribute("wide", true);
        model.addAttribute("crumbs", List.of(home(actor), LIST));
        return "payment/list";
    }

    @GetMapping("/export")
    void export(Actor actor, OrderList asked, HttpServletResponse response, Locale locale)
            throws IOException {
        Excel.send(
                response,
                text("nav.payments", locale),
                HEADERS.stream().map(key -> text("page.payment.list." + key, locale)).toList(),
                to -> payments.export(actor, asked.filter(), row -> to.accept(cells(row, locale))));
    }

    private List<@Nullable Object> cells(OrderRow row, Locale locale) {
        return Arrays.asList(
                row.number(),
                row.sessionTitle(),
                row.payerName(),
                row.cityName(),
                row.amount().yuan(),
                text("payment.status." + row.status(), locale),
                Days.of(row.openedAt()),
                row.payUntil(),
                Days.of(row.paidAt()));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable OrderId id, Model model) {
        show(actor, id, model);
        return "payment/order";
    }

    private void show(Actor actor, OrderId id, Model model) {
        var order = payments.find(actor, id);
        model.addAttribute("order", order);
        model.addAttribute("kind", Statuses.kind(order.status()));
        model.addAttribute("excess", Statuses.excess(order));
        model.addAttribute("back", Statuses.feeBack(order));
        model.addAttribute(
                "crumbs", List.of(home(actor), LIST, Crumb.named(PATH + "/" + id, order.number())));
    }

    /** Why the fee goes back. */
    record RefundForm(@Nullable String reason) {}

    @GetMapping("/{id}/refund")
    String refundPage(Actor actor, @PathVariable OrderId id, Model model) {
        model.addAttribute("form", new RefundForm(null));
        return refunding(actor, id, model);
    }

    private String refunding(Actor actor, OrderId id, Model model) {
        show(actor, id, model);
        return "payment/refund";
    }

    @PostMapping("/{id}/refund")
    String refund(
            Actor actor,
            @PathVariable OrderId id,
            @ModelAttribute("form") RefundForm form,
            BindingResult faults,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        try {
            payments.refund(actor, id, Objects.requireNonNullElse(form.reason(), ""), RETURNED);
            redirect.addFlashAttribute("notice", Notice.ok("page.payment.refund.done"));
            return "redirect:" + PATH + "/" + id;
        } catch (InvalidInput e) {
            Forms.reject(faults, e);
        } catch (Refusal e) {
            Forms.reject(faults, e);
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return refunding(actor, id, model);
    }
}
