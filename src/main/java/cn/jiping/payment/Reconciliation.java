package cn.jiping.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 对账: what the gateway says moved on a day beside what our books say. */
public record Reconciliation(
        LocalDate day, int agreed, Money taken, Money returned, List<Difference> differences) {
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** 差异种类. */
    public enum Kind {
        /** 网关有、我方没有. */
        MISSING_HERE,
        /** 我方有、网关没有. */
        MISSING_THERE,
        /** 金额不同. */
        OTHER_AMOUNT
    }

    /** 一笔差异; null where that side has nothing. */
    public record Difference(
            Kind kind,
            String number,
            boolean refund,
            OrderId order,
            @Nullable Money there,
            @Nullable Money here,
            Instant at) {}

    /** One movement in our books, under the gateway's number. */
    record Moved(String number, boolean refund, OrderId order, Money amount, Instant at) {}

    /**
     * @param ours every movement of ours of that day, and those of other days that the statement
     *     names
     */
    static Reconciliation of(
            LocalDate day, List<PaymentGateway.StatementLine> theirs, List<Moved> ours) {
        var here = ours.stream().collect(Collectors.toMap(Moved::number, each -> each));
        var there =
                theirs.stream()
                        .map(PaymentGateway.StatementLine::number)
                        .collect(Collectors.toSet());
        var differences =
                Stream.concat(
                                theirs.stream()
                                        .map(line -> difference(line, here))
                                        .filter(Objects::nonNull),
                                ours.stream()
                                        .filter(each -> !there.contains(each.number()))
                                        .map(Reconciliation::missingThere))
                        .toList();
        var agreed = theirs.stream().filter(line -> difference(line, here) == null).toList();
        return new Reconciliation(
                day, agreed.size(), sum(agreed, false), sum(agreed, true), differences);
    }

    private static Money sum(List<PaymentGateway.StatementLine> lines, boolean refunds) {
        return lines.stream()
                .filter(line -> line.refund() == refunds)
                .map(PaymentGateway.StatementLine::amount)
                .reduce(Money.NOTHING, Money::plus);
    }

    private static @Nullable Difference difference(
            PaymentGateway.StatementLine line, Map<String, Moved> here) {
        var ours = here.get(line.number());
        if (ours != null && ours.amount().equals(line.amount())) {
            return null;
        }
        return new Difference(
                ours == null ? Kind.MISSING_HERE : Kind.OTHER_AMOUNT,
                line.number(),
                line.refund(),
                line.order(),
                line.amount(),
                ours == null ? null : ours.amount(),
                line.at());
    }

    private static Difference missingThere(Moved ours) {
        return new Difference(
                Kind.MISSING_THERE,
                ours.number(),
                ours.refund(),
                ours.order(),
                null,
                ours.amount(),
                ours.at());
    }
}
