package cn.jiping.payment;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 分录: one movement of money, in lines that add up to nothing. */
record Booking(
        UUID id,
        UUID session,
        DivisionCode city,
        @Nullable OrderId order,
        Movement movement,
        List<Line> lines,
        Instant at) {
    Booking {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(Line::fen).sum() != 0) {
            throw new IllegalArgumentException("Lines do not add up to nothing: " + lines);
        }
    }

    /** What one account gains (above nothing) or loses. */
    record Line(LedgerAccount account, long fen) {}

    static Booking of(PaymentOrder order, Movement movement, Money amount, Instant at) {
        return of(
                order.terms().session().id(),
                order.terms().payee().city(),
                order.id(),
                movement,
                amount,
                at);
    }

    static Booking of(
            UUID session,
            DivisionCode city,
            @Nullable OrderId order,
            Movement movement,
            Money amount,
            Instant at) {
        return new Booking(
                Ids.next(),
                session,
                city,
                order,
                movement,
                List.of(
                        new Line(movement.to(), amount.fen()),
                        new Line(movement.from(), -amount.fen())),
                at);
    }
}
