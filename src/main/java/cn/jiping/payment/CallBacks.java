package cn.jiping.payment;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Source;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 回调: what the gateway tells us becomes a step of the order, once, in whatever order and however
 * often it is told.
 */
@Component
class CallBacks {
    static final Actor GATEWAY = Actor.program("payment.gateway");
    private static final Source RETURNED = new Source.Practice("订单不能再缴费时到账的款项，收下入账并原路退回");
    private static final String WHY_BACK = "到账时订单已不能缴费";

    private final PaymentOrderStore store;
    private final OrderFile file;
    private final GatewayErrands errands;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CallBacks(
            PaymentOrderStore store,
            OrderFile file,
            GatewayErrands errands,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.file = file;
        this.errands = errands;
        this.audit = audit;
        this.clock = clock;
    }

    /** A message whose signature is no good: recorded by its digest, not by what it says. */
    @Transactional
    CallBackOutcome forged(String digest) {
        audit.record(
                GATEWAY,
                Act.of("payment.call-back-refused", "call-back", digest)
                        .because(CallBackOutcome.FORGED.name()));
        return CallBackOutcome.FORGED;
    }

    @Transactional
    CallBackOutcome take(GatewayMessage message) {
        var now = clock.now();
        var outcome =
                store.lock(message.order())
                        .map(order -> take(order, message, now))
                        .orElse(CallBackOutcome.UNKNOWN_ORDER);
        if (!outcome.accepted()) {
            audit.record(
                    GATEWAY,
                    Act.of("payment.call-back-refused", "payment-order", message.order())
                            .because(outcome.name()));
        }
        return outcome;
    }

    private CallBackOutcome take(PaymentOrder order, GatewayMessage message, Instant now) {
        return switch (message) {
            case GatewayMessage.Paid paid -> paid(order, paid, now);
            case GatewayMessage.Failed failed ->
                    store.failAttempt(order, failed.attempt(), now)
                            ? CallBackOutcome.ATTEMPT_FAILED
                            : CallBackOutcome.KNOWN;
            case GatewayMessage.Refunded refunded -> refunded(order, refunded, now);
        };
    }

    private CallBackOutcome paid(PaymentOrder order, GatewayMessage.Paid paid, Instant now) {
        if (!paid.amount().equals(order.terms().total())) {
            return CallBackOutcome.OTHER_AMOUNT;
        }
        if (!store.claim(order, paid.number())) {
            return knows(order, paid.number())
                    ? CallBackOutcome.KNOWN
                    : CallBackOutcome.NUMBER_TAKEN;
        }
        if (order.lapse(now)) {
            file.lapsed(GATEWAY, order, now);
        }
        var receipt = new Receipt(paid.number(), paid.attempt(), paid.amount(), paid.at(), now);
        return switch (order.receive(receipt, WHY_BACK, RETURNED)) {
            case PAID -> {
                file.paid(GATEWAY, order, receipt);
                yield CallBackOutcome.PAID;
            }
            case IN_EXCESS -> {
                file.takenInExcess(GATEWAY, order, receipt);
                errands.afterCommit(order);
                yield CallBackOutcome.TAKEN_IN_EXCESS;
            }
            case KNOWN -> CallBackOutcome.KNOWN;
        };
    }

    private static boolean knows(PaymentOrder order, String number) {
        return order.receipts().stream().anyMatch(receipt -> receipt.number().equals(number));
    }

    private CallBackOutcome refunded(
            PaymentOrder order, GatewayMessage.Refunded message, Instant now) {
        var asked =
                order.refunds().stream()
                        .filter(refund -> refund.id().equals(message.refund()))
                        .findAny();
        if (asked.isEmpty()) {
            return CallBackOutcome.UNKNOWN_REFUND;
        }
        if (!asked.get().amount().equals(message.amount())) {
            return CallBackOutcome.OTHER_AMOUNT;
        }
        if (asked.get().done() != null) {
            return CallBackOutcome.KNOWN;
        }
        if (!store.claim(order, message.number())) {
            return CallBackOutcome.NUMBER_TAKEN;
        }
        order.refunded(message.refund(), new Refund.Done(message.number(), message.at(), now));
        file.refunded(GATEWAY, order, asked.get(), now);
        return CallBackOutcome.REFUNDED;
    }
}
