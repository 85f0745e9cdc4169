package cn.jiping.payment.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.OrderStatus;
import cn.jiping.payment.OrderView;
import cn.jiping.payment.Payments;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import cn.jiping.web.Due;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 我的缴费: what one owes, until when, and what became of what one paid. */
@Controller
@RequestMapping("/my/payments")
class MyPaymentController {
    private static final Crumb HOME = new Crumb("/my", "door.MY");
    private static final Crumb LIST = new Crumb("/my/payments", "nav.my-payments");

    private final Payments payments;
    private final BusinessClock clock;

    MyPaymentController(Payments payments, BusinessClock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var person = actor.person();
        model.addAttribute("rows", person == null ? List.of() : payments.listOf(actor, person));
        model.addAttribute("kinds", Statuses.kinds());
        model.addAttribute("crumbs", List.of(HOME, LIST));
        return "payment/mine";
    }

    @GetMapping("/{id}")
    String one(Actor actor, @PathVariable OrderId id, Model model) {
        var order = payments.find(actor, id);
        show(model, order);
        model.addAttribute("due", due(order));
        return "payment/my-order";
    }

    private @Nullable Due due(OrderView order) {
        return order.status() == OrderStatus.OPEN
                ? Due.open(order.terms().term().end(), clock.now())
                : null;
    }

    private static void show(Model model, OrderView order) {
        model.addAttribute("order", order);
        model.addAttribute("kind", Statuses.kind(order.status()));
        model.addAttribute("excess", Statuses.excess(order));
        model.addAttribute("back", Statuses.feeBack(order));
        model.addAttribute(
                "crumbs",
                List.of(HOME, LIST, Crumb.named("/my/payments/" + order.id(), order.number())));
    }

    @PostMapping("/{id}/pay")
    String pay(Actor actor, @PathVariable OrderId id) {
        return "redirect:" + payments.pay(actor, id);
    }

    /** 缴费凭证, to print. */
    @GetMapping("/{id}/voucher")
    String voucher(Actor actor, @PathVariable OrderId id, Model model) {
        var order = payments.find(actor, id);
        if (!order.hasVoucher()) {
            throw new NotFound("voucher", id);
        }
        show(model, order);
        model.addAttribute("receipt", Statuses.paying(order));
        model.addAttribute(
                "crumbs",
                List.of(
                        HOME,
                        LIST,
                        Crumb.named("/my/payments/" + id, order.number()),
                        new Crumb("/my/payments/" + id + "/voucher", "page.payment.voucher")));
        return "payment/voucher";
    }
}
