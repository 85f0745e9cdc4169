package cn.jiping.payment.web;

import cn.jiping.payment.LocalCallBacks;
import cn.jiping.payment.LocalGateway;
import cn.jiping.payment.LocalGateway.Decision;
import cn.jiping.payment.LocalGateway.LocalPayment;
import cn.jiping.payment.LocalGateway.Sending;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Notice;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 本机网关的付款页: stands for the gateway's own page, in the demo only. */
@Controller
@RequestMapping("/gateway/{id}")
class GatewayController {
    private final ObjectProvider<LocalGateway> gateways;
    private final ObjectProvider<LocalCallBacks> callBacks;

    GatewayController(
            ObjectProvider<LocalGateway> gateways, ObjectProvider<LocalCallBacks> callBacks) {
        this.gateways = gateways;
        this.callBacks = callBacks;
    }

    @GetMapping
    String page(@PathVariable UUID id, Model model) {
        model.addAttribute("payment", require(id));
        return "payment/gateway";
    }

    @PostMapping
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String sending,
            RedirectAttributes redirect) {
        var payment = require(id);
        if (!decision.equals("leave")) {
            var decided =
                    named(Decision.values(), decision)
                            .orElseThrow(() -> InvalidInput.of("decision", "payment.decision"));
            gateways.getObject()
                    .decide(id, decided, named(Sending.values(), sending).orElse(Sending.ONCE));
            callBacks.getObject().send();
            if (decided == Decision.FAIL) {
                redirect.addFlashAttribute("notice", Notice.warn("page.payment.gateway.failed"));
            }
        }
        return "redirect:" + payment.attempt().back();
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findAny();
    }

    private LocalPayment require(UUID id) {
        return gateways.stream()
                .findFirst()
                .flatMap(gateway -> gateway.find(id))
                .orElseThrow(() -> new NotFound("payment", id));
    }
}
