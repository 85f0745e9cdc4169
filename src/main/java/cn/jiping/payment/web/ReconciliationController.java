package cn.jiping.payment.web;

import cn.jiping.payment.Money;
import cn.jiping.payment.Reconciliation;
import cn.jiping.payment.Reconciliations;
import cn.jiping.shared.Actor;
import cn.jiping.web.Asked;
import cn.jiping.web.Crumb;
import cn.jiping.web.Excel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 支付对账: a day of the gateway beside a day of our books. */
@Controller
@RequestMapping("/authority/payments/reconciliation")
class ReconciliationController {
    private static final Crumb HERE =
            new Crumb("/authority/payments/reconciliation", "page.payment.reconciliation");
    private static final List<String> HEADERS =
            List.of("number", "kind", "what", "there", "here", "at");

    private final Reconciliations reconciliations;
    private final MessageSource messages;

    ReconciliationController(Reconciliations reconciliations, MessageSource messages) {
        this.reconciliations = reconciliations;
        this.messages = messages;
    }

    @GetMapping
    String page(Actor actor, @RequestParam(defaultValue = "") String day, Model model) {
        model.addAttribute("report", reconciliations.of(actor, asked(day)));
        model.addAttribute("wide", true);
        model.addAttribute(
                "crumbs", List.of(OrderController.home(actor), OrderController.LIST, HERE));
        return "payment/reconciliation";
    }

    private LocalDate asked(String day) {
        var asked = Asked.day(day);
        return asked == null ? reconciliations.lastDay() : asked;
    }

    @GetMapping("/export")
    void export(
            Actor actor,
            @RequestParam(defaultValue = "") String day,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        var report = reconciliations.of(actor, asked(day));
        Excel.send(
                response,
                text("page.payment.reconciliation", locale) + " " + report.day(),
                HEADERS.stream()
                        .map(key -> text("page.payment.reconciliation." + key, locale))
                        .toList(),
                report.differences().stream().map(each -> cells(each, locale)).iterator());
    }

    private List<@Nullable Object> cells(Reconciliation.Difference difference, Locale locale) {
        return Arrays.asList(
                difference.number(),
                text("payment.difference." + difference.kind(), locale),
                text(
                        difference.refund() ? "payment.moved.refund" : "payment.moved.payment",
                        locale),
                yuan(difference.there()),
                yuan(difference.here()),
                Days.of(difference.at()));
    }

    private static @Nullable Object yuan(@Nullable Money money) {
        return money == null ? null : money.yuan();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
