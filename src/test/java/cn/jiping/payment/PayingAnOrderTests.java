package cn.jiping.payment;

import static cn.jiping.payment.PaymentFixtures.CALENDAR;
import static cn.jiping.payment.PaymentFixtures.IN_TIME;
import static cn.jiping.payment.PaymentFixtures.LAST_DAY;
import static cn.jiping.payment.PaymentFixtures.TOO_LATE;
import static cn.jiping.payment.PaymentFixtures.draft;
import static cn.jiping.payment.PaymentFixtures.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.jiping.payment.PaymentOrder.Taking;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayingAnOrderTests {
    private static final Instant OPENED = Instant.parse("2021-07-31T01:00:00Z");

    private final PaymentOrder order =
            PaymentOrder.open(OrderId.next(), draft(PersonId.next(), LAST_DAY), OPENED);

    @Test
    void owesTheSumOfItsLines() {
        assertThat(order.terms().total()).hasToString("695.00");
        assertThat(order.number()).matches("JF20210731-[0-9A-F]{12}");
    }

    @Test
    void isPaidByMoneyUntilTheLastInstantOfTheLastDay() {
        assertThat(take(receipt("G1", IN_TIME))).isEqualTo(Taking.PAID);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.refunds()).isEmpty();
    }

    @Test
    void sendsBackWhatComesAtMidnight() {
        assertThat(order.lapse(TOO_LATE)).isTrue();

        assertThat(take(receipt("G1", TOO_LATE))).isEqualTo(Taking.IN_EXCESS);

        assertThat(order.status()).isEqualTo(OrderStatus.LAPSED);
        assertThat(order.refunds())
                .singleElement()
                .returns("G1", Refund::of)
                .returns(false, Refund::ofTheFee);
        assertThat(order.paying()).isEmpty();
    }

    @Test
    void hasNoMoneyWhileItIsOpen() {
        assertThatIllegalStateException().isThrownBy(() -> take(receipt("G1", TOO_LATE)));

        assertThat(order.receipts()).isEmpty();
    }

    @Test
    void saysWithItsClauseUntilWhenItMayBePaid() {
        assertThat(order.mayPay(IN_TIME))
                .isEqualTo(Ruling.met(Reason.of(PaymentReason.MAY_PAY, CALENDAR, LAST_DAY)));
        assertThat(order.mayPay(TOO_LATE))
                .isEqualTo(Ruling.notMet(Reason.of(PaymentReason.TERM_OVER, CALENDAR, LAST_DAY)));
    }

    @Test
    void doesNotLapseBeforeItsTermIsOver() {
        assertThat(order.lapse(IN_TIME)).isFalse();

        assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
    }

    @Test
    void keepsTheFirstMoneyAndSendsTheSecondBack() {
        take(receipt("G1", OPENED));

        assertThat(take(receipt("G2", OPENED))).isEqualTo(Taking.IN_EXCESS);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.refunds()).extracting(Refund::of).containsExactly("G2");
    }

    @Test
    void knowsMoneyItHasTaken() {
        take(receipt("G1", OPENED));

        assertThat(take(receipt("G1", TOO_LATE))).isEqualTo(Taking.KNOWN);

        assertThat(order.receipts()).hasSize(1);
    }

    @Test
    void isRefundedWhenTheGatewaySaysSo() {
        take(receipt("G1", OPENED));
        assertThat(order.refund("申报人退考", CALENDAR, TOO_LATE)).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDING);
        var asked = order.refunds().getFirst();

        assertThat(order.refunded(asked.id(), new Refund.Done("B1", TOO_LATE, TOO_LATE))).isTrue();

        assertThat(order.status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(order.refunded(asked.id(), new Refund.Done("B2", TOO_LATE, TOO_LATE))).isFalse();
        assertThat(order.refund("再退一次", CALENDAR, TOO_LATE)).isFalse();
    }

    @Test
    void staysPaidWhenOnlyTheExcessWentBack() {
        take(receipt("G1", OPENED));
        take(receipt("G2", OPENED));

        order.refunded(order.refunds().getFirst().id(), new Refund.Done("B1", TOO_LATE, TOO_LATE));

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void refundsTheMoneyThatPaidIt() {
        order.cancel("报名撤回", OPENED);
        take(receipt("G1", OPENED));

        assertThat(order.refunds()).extracting(Refund::of).containsExactly("G1");
        assertThatExceptionOfType(PaymentRefused.class)
                .isThrownBy(() -> order.refund("报名撤回", CALENDAR, OPENED))
                .returns("payment.nothing-to-refund", PaymentRefused::code);
    }

    @Test
    void cannotBeCancelledOncePaid() {
        take(receipt("G1", OPENED));

        assertThatExceptionOfType(PaymentRefused.class)
                .isThrownBy(() -> order.cancel("报名撤回", OPENED))
                .returns("payment.not-cancellable", PaymentRefused::code);
    }

    @Test
    void isCancelledOnce() {
        assertThat(order.cancel("报名撤回", OPENED)).isTrue();
        assertThat(order.cancel("报名撤回", OPENED)).isFalse();
        assertThat(order.lapse(TOO_LATE)).isFalse();
    }

    @Test
    void chargesEachItemOnceAndSomethingAtAll() {
        var lines = order.terms().lines();

        assertThatIllegalArgumentException().isThrownBy(() -> charging(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> charging(List.of(lines.getFirst(), lines.getFirst())));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1));
    }

    private OrderDraft charging(List<FeeLine> lines) {
        var terms = order.terms();
        return new OrderDraft(
                terms.about(),
                terms.session(),
                terms.payer(),
                terms.payee(),
                lines,
                terms.term(),
                terms.key());
    }

    private Taking take(Receipt receipt) {
        return order.receive(receipt, "到账太晚", CALENDAR);
    }
}
