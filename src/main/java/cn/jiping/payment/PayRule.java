package cn.jiping.payment;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.Instant;

/** Whether an order may still be paid: once, and until 24:00 of the last day. */
record PayRule(OrderDraft.Term term) {

    Ruling judge(OrderStatus status, Instant arrivedAt) {
        var until = term.payUntil();
        return switch (status) {
            case OPEN ->
                    arrivedAt.isBefore(term.end())
                            ? Ruling.met(Reason.of(PaymentReason.MAY_PAY, term.source(), until))
                            : over();
            case LAPSED -> over();
            case PAID -> Ruling.notMet(Reason.of(PaymentReason.ALREADY_PAID, term.source()));
            case CANCELLED -> Ruling.notMet(Reason.of(PaymentReason.ORDER_OFF, term.source()));
            case REFUNDING, REFUNDED ->
                    Ruling.notMet(Reason.of(PaymentReason.MONEY_WENT_BACK, term.source()));
        };
    }

    private Ruling over() {
        return Ruling.notMet(Reason.of(PaymentReason.TERM_OVER, term.source(), term.payUntil()));
    }
}
