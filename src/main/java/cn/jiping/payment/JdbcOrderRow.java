package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.database.SourceColumns;
import cn.jiping.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order as one statement reads it: a row for each of its lines with each of its receipts. Most
 * orders have two lines, one receipt or none, and no refund.
 */
record JdbcOrderRow(
        PaymentOrder.Opening opening,
        OrderStatus status,
        PaymentOrder.@Nullable Ending ending,
        @Nullable Receipt receipt,
        boolean refunded) {
    private static final String ORDER_WITH_LINES =
            """
            select payment_order.*, line.item, line.amount as line_amount,
                line.source_document as line_source_document,
                line.source_clause as line_source_clause,
                line.source_practice as line_source_practice,
            """;
    private static final String FROM =
            """
            from payment.payment_order
            join payment.order_line line on line.session_id = payment_order.session_id
                and line.order_id = payment_order.id
            """;
    private static final String BY_ID =
            """
            where payment_order.id = :id and payment_order.session_id =
                (select p.session_id from payment.order_place p where p.order_id = :id)
            """;

    /** Without its money; its lines never change. */
    static final String LOCKED =
            ORDER_WITH_LINES
                    + " null as receipt_number, false as refunded "
                    + FROM
                    + BY_ID
                    + " for update of payment_order";

    /** The order of that id with its money, if the condition holds. */
    static String whole(String condition) {
        return ORDER_WITH_LINES
                + """
                    receipt.number as receipt_number, receipt.attempt_id,
                    receipt.amount as receipt_amount, receipt.paid_at as receipt_paid_at,
                    receipt.arrived_at,
                    exists (select 1 from payment.refund r where r.session_id = payment_order.session_id
                        and r.order_id = payment_order.id) as refunded
                """
                + FROM
                + """
                left join payment.receipt on receipt.session_id = payment_order.session_id
                    and receipt.order_id = payment_order.id
                """
                + BY_ID
                + " and "
                + condition
                + " order by receipt.arrived_at, receipt.number";
    }

    static JdbcOrderRow of(ResultSet row) throws SQLException {
        var endedAt = Columns.instantOrNull(row, "ended_at");
        return new JdbcOrderRow(
                new PaymentOrder.Opening(
                        new OrderId(Columns.uuid(row, "id")),
                        Columns.text(row, "number"),
                        terms(row),
                        Columns.instant(row, "opened_at")),
                OrderStatus.valueOf(Columns.text(row, "status")),
                endedAt == null
                        ? null
                        : new PaymentOrder.Ending(Columns.text(row, "ended_reason"), endedAt),
                row.getString("receipt_number") == null ? null : receipt(row),
                row.getBoolean("refunded"));
    }

    private static OrderDraft terms(ResultSet row) throws SQLException {
        return new OrderDraft(
                new OrderDraft.About(
                        Columns.text(row, "about_type"), Columns.text(row, "about_id")),
                JdbcPrinted.session(row),
                new OrderDraft.Payer(
                        new PersonId(Columns.uuid(row, "payer_id")),
                        Columns.text(row, "payer_name")),
                JdbcPrinted.city(row),
                List.of(line(row)),
                new OrderDraft.Term(Columns.date(row, "pay_until"), SourceColumns.source(row)),
                Columns.text(row, "client_key"));
    }

    private static FeeLine line(ResultSet row) throws SQLException {
        return new FeeLine(
                FeeItem.valueOf(Columns.text(row, "item")),
                new Money(row.getLong("line_amount")),
                SourceColumns.source(row, "line_"));
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                Columns.text(row, "receipt_number"),
                Columns.uuid(row, "attempt_id"),
                new Money(row.getLong("receipt_amount")),
                Columns.instant(row, "receipt_paid_at"),
                Columns.instant(row, "arrived_at"));
    }

    OrderId id() {
        return opening.id();
    }

    UUID session() {
        return opening.terms().session().id();
    }

    /** The order that stands in these rows. */
    PaymentOrder order(List<JdbcOrderRow> rows, List<Refund> refunds) {
        return new PaymentOrder(
                new PaymentOrder.Opening(
                        id(),
                        opening.number(),
                        opening.terms().charging(lines(rows)),
                        opening.at()),
                status,
                ending,
                receipts(rows),
                refunds);
    }

    private static List<Receipt> receipts(List<JdbcOrderRow> rows) {
        return rows.stream().flatMap(row -> Stream.ofNullable(row.receipt())).distinct().toList();
    }

    private static List<FeeLine> lines(List<JdbcOrderRow> rows) {
        return rows.stream()
                .flatMap(row -> row.opening().terms().lines().stream())
                .distinct()
                .sorted(Comparator.comparing(FeeLine::item))
                .toList();
    }
}
