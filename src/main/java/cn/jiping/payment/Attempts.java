package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Ruling;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 支付尝试: kept before the gateway is asked, so that no call-back comes before it. One runs at a time:
 * who presses twice, or comes back, finds the same one.
 */
@Component
class Attempts {
    private final PaymentOrderStore store;
    private final BusinessClock clock;

    Attempts(PaymentOrderStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param back where the payer goes afterwards
     * @throws PaymentRefused if the order may not be paid now
     */
    @Transactional
    PaymentGateway.Attempt begin(Actor actor, OrderId id, String back) {
        var order =
                store.lock(id)
                        .filter(found ->
                                actor.scope().persons().contains(found.terms().payer().person()))
                        .orElseThrow(() -> new NotFound("payment-order", id));
        var now = clock.now();
        if (!(order.mayPay(now) instanceof Ruling.Met)) {
            throw PaymentRefused.mayNotPay(order.status(), order.terms().term());
        }
        var running = store.loadAttempt(order);
        var attempt = running.orElseGet(Ids::next);
        if (running.isEmpty()) {
            store.addAttempt(order, attempt, actor.account(), now);
        }
        return attempt(order, attempt, back);
    }

    private static PaymentGateway.Attempt attempt(PaymentOrder order, UUID attempt, String back) {
        return new PaymentGateway.Attempt(
                attempt,
                order.id(),
                order.number(),
                order.terms().session().title(),
                order.terms().total(),
                back);
    }
}
