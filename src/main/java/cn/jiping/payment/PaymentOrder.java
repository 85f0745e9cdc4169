package cn.jiping.payment;

import cn.jiping.shared.Ids;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 缴费订单: what one person owes for one thing, and what became of it. */
final class PaymentOrder {
    private final OrderId id;
    private final String number;
    private final OrderDraft terms;
    private final Instant openedAt;
    private final List<Receipt> receipts;
    private final List<Refund> refunds;
    private OrderStatus status;
    private @Nullable Ending ending;

    PaymentOrder(
            Opening opening,
            OrderStatus status,
            @Nullable Ending ending,
            List<Receipt> receipts,
            List<Refund> refunds) {
        this.id = opening.id();
        this.number = opening.number();
        this.terms = opening.terms();
        this.openedAt = opening.at();
        this.status = status;
        this.ending = ending;
        this.receipts = new ArrayList<>(receipts);
        this.refunds = new ArrayList<>(refunds);
    }

    /** 开立: what never changes. */
    record Opening(OrderId id, String number, OrderDraft terms, Instant at) {}

    /** 终结: why and when an order lapsed, was cancelled or was to be paid back. */
    record Ending(String reason, Instant at) {}

    /** What became of money that arrived. */
    enum Taking {
        /** It pays the order. */
        PAID,
        /** The order may not be paid any more; it goes back. */
        IN_EXCESS,
        /** It is known already. */
        KNOWN
    }

    static PaymentOrder open(OrderId id, OrderDraft terms, Instant now) {
        return new PaymentOrder(
                new Opening(id, OrderNumber.of(id, now), terms, now),
                OrderStatus.OPEN,
                null,
                List.of(),
                List.of());
    }

    Ruling mayPay(Instant now) {
        return new PayRule(terms.term()).judge(status, now);
    }

    /**
     * Takes money in. What may not pay the order any more is kept apart and returned. So an open
     * order never has money: one whose term is over lapses before.
     *
     * @param source why money may have to go back
     */
    Taking receive(Receipt receipt, String whyBack, Source source) {
        if (receipts.stream().anyMatch(known -> known.number().equals(receipt.number()))) {
            return Taking.KNOWN;
        }
        var paying = mayPay(receipt.arrivedAt()) instanceof Ruling.Met;
        if (!paying && status == OrderStatus.OPEN) {
            throw new IllegalStateException("Its term is over, but it has not lapsed: " + id);
        }
        receipts.add(receipt);
        if (paying) {
            moveTo(OrderStatus.PAID);
            return Taking.PAID;
        }
        refunds.add(asked(receipt, false, whyBack, source, receipt.arrivedAt()));
        return Taking.IN_EXCESS;
    }

    /** False if it has lapsed already, was paid, or has time left. */
    boolean lapse(Instant now) {
        if (status != OrderStatus.OPEN || now.isBefore(terms.term().end())) {
            return false;
        }
        moveTo(OrderStatus.LAPSED);
        ending = new Ending("", now);
        return true;
    }

    /**
     * False if it is cancelled already.
     *
     * @throws PaymentRefused if it was paid or has lapsed
     */
    boolean cancel(String reason, Instant now) {
        if (status == OrderStatus.CANCELLED) {
            return false;
        }
        if (!status.mayBecome(OrderStatus.CANCELLED)) {
            throw PaymentRefused.notCancellable(status);
        }
        moveTo(OrderStatus.CANCELLED);
        ending = new Ending(reason, now);
        return true;
    }

    /**
     * Begins to pay the fee back; false if that is under way or done.
     *
     * @throws PaymentRefused if there is no fee to pay back
     */
    boolean refund(String reason, Source source, Instant now) {
        if (status == OrderStatus.REFUNDING || status == OrderStatus.REFUNDED) {
            return false;
        }
        if (!status.mayBecome(OrderStatus.REFUNDING)) {
            throw PaymentRefused.nothingToRefund(status);
        }
        moveTo(OrderStatus.REFUNDING);
        var paid =
                paying().orElseThrow(() -> new IllegalStateException("Paid without money: " + id));
        refunds.add(asked(paid, true, reason, source, now));
        ending = new Ending(reason, now);
        return true;
    }

    /** The gateway paid back; false if that is known, or nothing was asked under this id. */
    boolean refunded(UUID refund, Refund.Done done) {
        for (var at = 0; at < refunds.size(); at++) {
            var asked = refunds.get(at);
            if (asked.id().equals(refund) && asked.done() == null) {
                refunds.set(at, asked.with(done));
                if (asked.ofTheFee()) {
                    moveTo(OrderStatus.REFUNDED);
                }
                return true;
            }
        }
        return false;
    }

    private static Refund asked(
            Receipt receipt, boolean ofTheFee, String reason, Source source, Instant at) {
        return new Refund(
                Ids.next(), receipt.number(), receipt.amount(), ofTheFee, reason, source, at, null);
    }

    /** The money that paid the order: none that goes back as it came. */
    Optional<Receipt> paying() {
        return receipts.stream().filter(receipt -> !inExcess(receipt)).findFirst();
    }

    private boolean inExcess(Receipt receipt) {
        return refunds.stream()
                .anyMatch(back -> !back.ofTheFee() && back.of().equals(receipt.number()));
    }

    private void moveTo(OrderStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(id + " cannot go from " + status + " to " + next);
        }
        status = next;
    }

    OrderId id() {
        return id;
    }

    String number() {
        return number;
    }

    OrderDraft terms() {
        return terms;
    }

    Instant openedAt() {
        return openedAt;
    }

    OrderStatus status() {
        return status;
    }

    @Nullable Ending ending() {
        return ending;
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    List<Refund> refunds() {
        return List.copyOf(refunds);
    }
}
