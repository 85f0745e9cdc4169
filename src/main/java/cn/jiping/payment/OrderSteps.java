package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 订单步骤: what we do to an order ourselves; what the gateway does comes by {@link CallBacks}. */
@Component
class OrderSteps {
    private final PaymentOrderStore store;
    private final OrderFile file;
    private final Attempts attempts;
    private final GatewayErrands errands;
    private final BusinessClock clock;

    OrderSteps(
            PaymentOrderStore store,
            OrderFile file,
            Attempts attempts,
            GatewayErrands errands,
            BusinessClock clock) {
        this.store = store;
        this.file = file;
        this.attempts = attempts;
        this.errands = errands;
        this.clock = clock;
    }

    OrderId open(Actor actor, OrderDraft draft) {
        var known = store.loadId(draft.session().id(), draft.key());
        if (known.isPresent()) {
            return known.get();
        }
        var order = PaymentOrder.open(OrderId.next(), draft, clock.now());
        return file.open(actor, order)
                ? order.id()
                : store.loadId(draft.session().id(), draft.key()).orElseThrow();
    }

    PaymentGateway.Attempt begin(Actor actor, OrderId id, String back) {
        return attempts.begin(actor, id, back);
    }

    void cancel(Actor actor, UUID session, String key, String reason) {
        store.loadId(session, key)
                .flatMap(store::lock)
                .ifPresent(order -> {
                    var now = clock.now();
                    if (order.cancel(reason, now)) {
                        file.cancelled(actor, order, reason, now);
                    }
                });
    }

    void refund(Actor actor, OrderId id, String reason, Source source) {
        var order =
                store.lock(id)
                        .filter(found -> actor.scope().covers(found.terms().payee().city()))
                        .orElseThrow(() -> new NotFound("payment-order", id));
        var now = clock.now();
        if (order.refund(reason, source, now)) {
            file.refundAsked(actor, order, reason, now);
            errands.afterCommit(order);
        }
    }

    /** Ends an order whose term is over; nothing happens if it has ended otherwise. */
    @Transactional
    public void lapse(OrderId id, Instant businessNow) {
        store.lock(id)
                .filter(order -> order.lapse(businessNow))
                .ifPresent(
                        order -> file.lapsed(Actor.program("payment.terms"), order, businessNow));
    }
}
