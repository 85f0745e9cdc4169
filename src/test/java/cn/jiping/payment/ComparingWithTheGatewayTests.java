package cn.jiping.payment;

import static cn.jiping.payment.PaymentFixtures.HANGZHOU;
import static cn.jiping.payment.PaymentFixtures.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import cn.jiping.payment.PaymentGateway.StatementLine;
import cn.jiping.payment.Reconciliation.Kind;
import cn.jiping.payment.Reconciliation.Moved;
import cn.jiping.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparingWithTheGatewayTests {
    private static final LocalDate DAY = LocalDate.of(2021, 8, 1);
    private static final Instant AT = Instant.parse("2021-08-01T02:00:00Z");
    private static final OrderId ORDER = OrderId.next();

    @Test
    void addsUpWhatAgreesByDirection() {
        var report =
                Reconciliation.of(
                        DAY,
                        List.of(theirs("P1", 695), theirs("P2", 435), returned("B1", 435)),
                        List.of(ours("P1", 695), ours("P2", 435), ours("B1", 435)));

        assertThat(report.agreed()).isEqualTo(3);
        assertThat(report.taken()).hasToString("1130.00");
        assertThat(report.returned()).hasToString("435.00");
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void namesWhatOneSideLacksAndWhatDiffers() {
        var report =
                Reconciliation.of(
                        DAY,
                        List.of(theirs("P1", 695), theirs("P2", 435)),
                        List.of(ours("P2", 434), ours("P3", 35)));

        assertThat(report.differences())
                .extracting(Reconciliation.Difference::number, Reconciliation.Difference::kind)
                .containsExactly(
                        tuple("P1", Kind.MISSING_HERE),
                        tuple("P2", Kind.OTHER_AMOUNT),
                        tuple("P3", Kind.MISSING_THERE));
        assertThat(report.agreed()).isZero();
    }

    @Test
    void booksOnlyWhatAddsUpToNothing() {
        var line = new Booking.Line(LedgerAccount.RECEIVABLE, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Booking(
                                Ids.next(),
                                SESSION,
                                HANGZHOU,
                                ORDER,
                                Movement.OPENED,
                                List.of(line),
                                AT));
    }

    private static StatementLine theirs(String number, int yuan) {
        return new StatementLine(number, false, ORDER, Money.ofYuan(yuan), AT);
    }

    private static StatementLine returned(String number, int yuan) {
        return new StatementLine(number, true, ORDER, Money.ofYuan(yuan), AT);
    }

    private static Moved ours(String number, int yuan) {
        return new Moved(number, number.startsWith("B"), ORDER, Money.ofYuan(yuan), AT);
    }
}
