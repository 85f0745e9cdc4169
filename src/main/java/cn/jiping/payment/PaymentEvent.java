package cn.jiping.payment;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.util.UUID;

/** 收费事件. */
public sealed interface PaymentEvent {
    OrderRef order();

    Instant at();

    /** Which order, for what, whose, where, and how much. */
    record OrderRef(
            OrderId id,
            UUID session,
            OrderDraft.About about,
            PersonId payer,
            DivisionCode city,
            Money amount) {
        static OrderRef of(PaymentOrder order) {
            var terms = order.terms();
            return new OrderRef(
                    order.id(),
                    terms.session().id(),
                    terms.about(),
                    terms.payer().person(),
                    terms.payee().city(),
                    terms.total());
        }
    }

    record Opened(OrderRef order, Instant at) implements PaymentEvent {}

    record Paid(OrderRef order, Instant at) implements PaymentEvent {}

    record Lapsed(OrderRef order, Instant at) implements PaymentEvent {}

    record Cancelled(OrderRef order, Instant at) implements PaymentEvent {}

    /** 多收: money came that the order could not take any more; it is being returned. */
    record TakenInExcess(OrderRef order, Instant at) implements PaymentEvent {}

    /** 已退费: the fee itself went back. */
    record Refunded(OrderRef order, Instant at) implements PaymentEvent {}
}
