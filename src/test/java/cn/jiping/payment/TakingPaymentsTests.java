package cn.jiping.payment;

import static cn.jiping.payment.PaymentFixtures.CALENDAR;
import static cn.jiping.payment.PaymentFixtures.CITY_FINANCE;
import static cn.jiping.payment.PaymentFixtures.HANGZHOU;
import static cn.jiping.payment.PaymentFixtures.NINGBO_FINANCE;
import static cn.jiping.payment.PaymentFixtures.PROGRAM;
import static cn.jiping.payment.PaymentFixtures.PROVINCE_FINANCE;
import static cn.jiping.payment.PaymentFixtures.candidate;
import static cn.jiping.payment.PaymentFixtures.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, FakeGateway.Configured.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class TakingPaymentsTests {
    private static final int DAYS_TO_PAY = 7;

    @Autowired Payments payments;
    @Autowired FakeGateway gateway;
    @Autowired LedgerStore ledger;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;

    private final PersonId person = PersonId.next();
    private final Actor payer = candidate(person);

    @Test
    void opensAnOrderOnceUnderItsKey() {
        var draft = draft(person, clock.today().plusDays(DAYS_TO_PAY));

        var id = payments.open(PROGRAM, draft);

        assertThat(payments.open(PROGRAM, draft)).isEqualTo(id);
        assertThat(payments.listOf(payer, person)).extracting(OrderRow::id).containsOnlyOnce(id);
        assertThat(payments.find(payer, id).terms()).isEqualTo(draft);
    }

    @Test
    void findsTheRunningAttemptOfWhoeverPressesTwice() {
        var id = open();

        var there = payments.pay(payer, id);

        assertThat(payments.pay(payer, id)).isEqualTo(there);
        assertThat(gateway.started(id))
                .extracting(PaymentGateway.Attempt::amount)
                .containsOnly(Money.ofYuan(695));
    }

    @Test
    void beginsAnewAfterAnAttemptFailed() {
        var id = open();
        var there = payments.pay(payer, id);
        var attempt = gateway.started(id).getFirst().id();

        var failed = new GatewayMessage.Failed(id, attempt, clock.now());

        assertThat(gateway.tell(payments, failed)).isEqualTo(CallBackOutcome.ATTEMPT_FAILED);
        assertThat(gateway.tell(payments, failed)).isEqualTo(CallBackOutcome.KNOWN);
        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.OPEN);
        assertThat(payments.pay(payer, id)).isNotEqualTo(there);
    }

    @Test
    void isPaidByACallBackAndTellsItOnce(AssertablePublishedEvents events) {
        var id = open();

        assertThat(tell("P1", id)).isEqualTo(CallBackOutcome.PAID);
        assertThat(tell("P1", id)).isEqualTo(CallBackOutcome.KNOWN);

        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.PAID);
        assertThat(payments.find(payer, id).hasVoucher()).isTrue();
        assertThat(events.ofType(PaymentEvent.Paid.class).matching(e -> e.order().id().equals(id)))
                .hasSize(1);
        assertThat(actsOn(id)).containsExactlyInAnyOrder("payment.opened", "payment.paid");
    }

    @Test
    void takesMoneyWhoseAttemptItNeverHeardOf() {
        var id = open();

        assertThat(tell("P2", id)).isEqualTo(CallBackOutcome.PAID);

        assertThat(gateway.started(id)).isEmpty();
    }

    @Test
    void takesACallBackOnceWhenTwoComeTogether() throws Exception {
        var id = open();
        var outcomes = new ArrayList<CallBackOutcome>();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var both =
                    List.<Callable<CallBackOutcome>>of(
                            () -> tell("P3", id), () -> tell("P3", id), () -> tell("P3", id));
            for (var outcome : threads.invokeAll(both)) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        CallBackOutcome.PAID, CallBackOutcome.KNOWN, CallBackOutcome.KNOWN);
        assertThat(payments.find(payer, id).receipts()).hasSize(1);
    }

    @Test
    void refusesWhatTheGatewayDidNotSign() {
        var id = open();
        var forged = "{\"what\":\"paid\",\"order\":\"" + id + "\"}";

        assertThat(payments.received(forged, "")).isEqualTo(CallBackOutcome.FORGED);
        assertThat(payments.received(forged, "k:AAAA")).isEqualTo(CallBackOutcome.FORGED);

        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.OPEN);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit.act where code = 'payment.call-back-refused'")
                                .query((row, _) -> row.getLong(1))
                                .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void refusesAnotherAmountAnotherNumberAndAnUnknownOrder() {
        var id = open();
        var other = open();
        assertThat(tell("P4", other)).isEqualTo(CallBackOutcome.PAID);
        var less = new GatewayMessage.Paid("P5", id, Ids.next(), Money.ofYuan(1), clock.now());

        assertThat(gateway.tell(payments, less)).isEqualTo(CallBackOutcome.OTHER_AMOUNT);
        assertThat(tell("P4", id)).isEqualTo(CallBackOutcome.NUMBER_TAKEN);
        assertThat(tell("P6", OrderId.next())).isEqualTo(CallBackOutcome.UNKNOWN_ORDER);

        assertThat(payments.find(payer, id).receipts()).isEmpty();
        assertThat(actsOn(id)).contains("payment.call-back-refused");
    }

    @Test
    void takesTheSameMessageOnceItsOrderIsThere() {
        var draft = draft(person, clock.today().plusDays(DAYS_TO_PAY));
        var early = OrderId.next();
        assertThat(tell("P7", early)).isEqualTo(CallBackOutcome.UNKNOWN_ORDER);

        var id = payments.open(PROGRAM, draft);

        assertThat(tell("P7", id)).isEqualTo(CallBackOutcome.PAID);
    }

    @Test
    void lapsesWhenTheClockPassesTheLastDayAndSendsLateMoneyBack() {
        var id = payments.open(PROGRAM, draft(person, clock.today()));
        var midnight = clock.today().plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant();

        clock.moveTo(midnight);

        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.LAPSED);
        assertThatExceptionOfType(PaymentRefused.class)
                .isThrownBy(() -> payments.pay(payer, id))
                .returns("payment.term-over", PaymentRefused::code)
                .returns(CALENDAR, PaymentRefused::source);
        assertThat(tell("P8", id)).isEqualTo(CallBackOutcome.TAKEN_IN_EXCESS);
        assertThat(gateway.returns(id)).singleElement().returns("P8", PaymentGateway.Return::of);
        assertThat(payments.find(payer, id).mayPay()).isInstanceOf(Ruling.NotMet.class);
    }

    @Test
    void refundsOnceHoweverOftenItIsAsked() {
        var id = open();
        tell("P9", id);

        payments.refund(CITY_FINANCE, id, "申报人退考", CALENDAR);
        payments.refund(CITY_FINANCE, id, "申报人退考", CALENDAR);
        clock.runDueWork();

        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.REFUNDING);
        var back = gateway.returns(id);
        assertThat(back).hasSize(1);
        assertThat(gateway.tell(payments, FakeGateway.refunded("B9", back.getFirst())))
                .isEqualTo(CallBackOutcome.REFUNDED);
        assertThat(gateway.tell(payments, FakeGateway.refunded("B9", back.getFirst())))
                .isEqualTo(CallBackOutcome.KNOWN);
        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void cancelsByTheKeyAndSendsBackWhatComesAfterwards() {
        var draft = draft(person, clock.today().plusDays(DAYS_TO_PAY));
        var id = payments.open(PROGRAM, draft);

        payments.cancel(PROGRAM, draft.session().id(), draft.key(), "报名撤回");
        payments.cancel(PROGRAM, draft.session().id(), "no such key", "报名撤回");

        assertThat(payments.find(payer, id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(tell("P10", id)).isEqualTo(CallBackOutcome.TAKEN_IN_EXCESS);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> payments.cancel(PROGRAM, draft.session().id(), draft.key(), " "));
    }

    @Test
    void isSeenByItsCityItsPayerAndTheProvinceOnly() {
        var id = open();

        assertThat(payments.find(CITY_FINANCE, id).id()).isEqualTo(id);
        assertThat(payments.find(PROVINCE_FINANCE, id).id()).isEqualTo(id);
        for (var stranger : List.of(NINGBO_FINANCE, candidate(PersonId.next()))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> payments.find(stranger, id));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> payments.pay(stranger, id));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> payments.refund(stranger, id, "无权", CALENDAR));
            assertThat(payments.listOf(stranger, person)).isEmpty();
            assertThat(payments.list(stranger, OrderFilter.everything(), new Paging(1, 20)).total())
                    .isZero();
            payments.export(stranger, OrderFilter.everything(), row -> assertThat(row).isNull());
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> payments.pay(CITY_FINANCE, id));
    }

    @Test
    void neverChangesABookedLine() {
        open();

        for (var sql :
                List.of(
                        "update payment.ledger_line set amount = 0 where true",
                        "delete from payment.ledger_line where true",
                        "update payment.receipt set amount = 0 where true")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(sql).update());
        }
    }

    @Test
    void keepsTheBooksInAgreementWithTheOrdersWhateverHappens() {
        var random = new SplittableRandom(20210806);
        for (var run = 0; run < 20; run++) {
            var session = Ids.next();
            var orders = new ArrayList<OrderDraft>();
            for (var step = 0; step < 15; step++) {
                happen(random, session, orders);
                assertBooksAgree(session);
            }
        }
    }

    private void happen(SplittableRandom random, UUID session, List<OrderDraft> orders) {
        if (orders.isEmpty() || random.nextInt(5) == 0) {
            var lastDay = clock.today().plusDays(random.nextInt(3));
            orders.add(draft(person, HANGZHOU, lastDay, session));
            payments.open(PROGRAM, orders.getLast());
            return;
        }
        var draft = orders.get(random.nextInt(orders.size()));
        var id = payments.open(PROGRAM, draft);
        try {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> tell("R" + random.nextInt(40) + session, id);
                case 3 -> payments.cancel(PROGRAM, session, draft.key(), "撤回");
                case 4 -> payments.refund(CITY_FINANCE, id, "退考", CALENDAR);
                case 5, 6 ->
                        gateway.returns(id)
                                .forEach(back ->
                                        gateway.tell(
                                                payments,
                                                FakeGateway.refunded("B" + back.id(), back)));
                default ->
                        clock.moveTo(
                                clock.today()
                                        .plusDays(1)
                                        .atStartOfDay(BusinessClock.ZONE)
                                        .toInstant());
            }
        } catch (PaymentRefused _) {
            // the rules said no; nothing may have been booked
        }
    }

    private void assertBooksAgree(UUID session) {
        var expected = new EnumMap<LedgerAccount, Long>(LedgerAccount.class);
        var filter = new OrderFilter("", null, session, null, OrderFilter.Column.OPENED, true);
        payments.export(PROGRAM, filter, row -> expect(expected, payments.find(PROGRAM, row.id())));

        var balances = ledger.listBalances(Scope.all(), session);

        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();
        for (var account : LedgerAccount.values()) {
            assertThat(balances.getOrDefault(account, 0L))
                    .as("%s", account)
                    .isEqualTo(expected.getOrDefault(account, 0L));
        }
    }

    private static void expect(Map<LedgerAccount, Long> sums, OrderView order) {
        var fee = order.terms().total().fen();
        var owed =
                switch (order.status()) {
                    case OPEN -> fee;
                    case PAID, LAPSED, CANCELLED, REFUNDING, REFUNDED -> 0;
                };
        var earned =
                switch (order.status()) {
                    case OPEN, PAID -> fee;
                    case LAPSED, CANCELLED, REFUNDING, REFUNDED -> 0;
                };
        var taken = order.receipts().stream().mapToLong(r -> r.amount().fen()).sum();
        var asked = order.refunds().stream().mapToLong(r -> r.amount().fen()).sum();
        var back =
                order.refunds().stream()
                        .filter(refund -> refund.done() != null)
                        .mapToLong(r -> r.amount().fen())
                        .sum();
        sums.merge(LedgerAccount.RECEIVABLE, owed, Long::sum);
        sums.merge(LedgerAccount.FEE_INCOME, -earned, Long::sum);
        sums.merge(LedgerAccount.GATEWAY_CLEARING, taken - back, Long::sum);
        sums.merge(LedgerAccount.REFUNDS_DUE, back - asked, Long::sum);
    }

    private OrderId open() {
        return payments.open(PROGRAM, draft(person, clock.today().plusDays(DAYS_TO_PAY)));
    }

    private CallBackOutcome tell(String number, OrderId order) {
        return gateway.tell(payments, FakeGateway.paid(number, order));
    }

    private List<String> actsOn(OrderId id) {
        return jdbc.sql("select code from audit.act where subject_id = :id")
                .param("id", id.toString())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
