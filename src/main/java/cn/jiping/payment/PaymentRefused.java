package cn.jiping.payment;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 收费拒绝: why money is not asked for, taken or sent back. */
public final class PaymentRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PaymentRefused(String code, @Nullable Source source, Object... arguments) {
        super("payment." + code, source, arguments);
    }

    /** Why an order may not be paid, in the words of its ruling. */
    static PaymentRefused mayNotPay(OrderStatus status, OrderDraft.Term term) {
        return switch (status) {
            case OPEN, LAPSED -> termOver(term.payUntil(), term.source());
            case PAID -> alreadyPaid(term.source());
            case CANCELLED -> off(term.source());
            case REFUNDING, REFUNDED -> wentBack(term.source());
        };
    }

    static PaymentRefused termOver(LocalDate payUntil, Source source) {
        return new PaymentRefused("term-over", source, payUntil.toString());
    }

    static PaymentRefused alreadyPaid(Source source) {
        return new PaymentRefused("already-paid", source);
    }

    static PaymentRefused off(Source source) {
        return new PaymentRefused("off", source);
    }

    static PaymentRefused wentBack(Source source) {
        return new PaymentRefused("went-back", source);
    }

    static PaymentRefused notCancellable(OrderStatus status) {
        return new PaymentRefused("not-cancellable", null, status.name());
    }

    static PaymentRefused nothingToRefund(OrderStatus status) {
        return new PaymentRefused("nothing-to-refund", null, status.name());
    }

    static PaymentRefused alreadyDeclared(int persons) {
        return new PaymentRefused("already-declared", null, persons);
    }

    static PaymentRefused notDeclared() {
        return new PaymentRefused("not-declared", null);
    }

    static PaymentRefused samePerson() {
        return new PaymentRefused("same-person", null);
    }

    static PaymentRefused forged() {
        return new PaymentRefused("forged", null);
    }

    static PaymentRefused unknownOrder() {
        return new PaymentRefused("unknown-order", null);
    }

    static PaymentRefused otherAmount() {
        return new PaymentRefused("other-amount", null);
    }

    static PaymentRefused numberTaken() {
        return new PaymentRefused("number-taken", null);
    }

    static PaymentRefused unknownRefund() {
        return new PaymentRefused("unknown-refund", null);
    }

    static PaymentRefused noGateway() {
        return new PaymentRefused("no-gateway", null);
    }
}
