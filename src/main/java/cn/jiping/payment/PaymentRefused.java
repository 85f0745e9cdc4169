package cn.jiping.payment;

import cn.jiping.shared.Reason;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import org.jspecify.annotations.Nullable;

/** 收费拒绝: why money is not asked for, taken or sent back. */
public final class PaymentRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PaymentRefused(String code, @Nullable Source source, Object... arguments) {
        super("payment." + code, source, arguments);
    }

    static PaymentRefused mayNotPay(Reason reason) {
        return new PaymentRefused(
                "may-not-" + reason.code().code(), reason.source(), reason.arguments().toArray());
    }

    static PaymentRefused notCancellable(OrderStatus status) {
        return new PaymentRefused("not-cancellable", null, status.name());
    }

    static PaymentRefused nothingToRefund(OrderStatus status) {
        return new PaymentRefused("nothing-to-refund", null, status.name());
    }

    static PaymentRefused noGateway() {
        return new PaymentRefused("no-gateway", null);
    }
}
