package cn.jiping.payment;

import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 退款: money going back to whoever paid it.
 *
 * @param of the gateway's number of the money taken
 * @param ofTheFee false where the order never kept this money, such as what came too late
 */
public record Refund(
        UUID id,
        String of,
        Money amount,
        boolean ofTheFee,
        String reason,
        Source source,
        Instant requestedAt,
        @Nullable Done done) {

    /** 退款完成, by the gateway's number. */
    public record Done(String number, Instant refundedAt, Instant at) {}

    Refund with(Done how) {
        return new Refund(id, of, amount, ofTheFee, reason, source, requestedAt, how);
    }
}
