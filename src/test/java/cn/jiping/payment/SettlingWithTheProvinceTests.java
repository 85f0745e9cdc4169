package cn.jiping.payment;

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
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, FakeGateway.Configured.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
class SettlingWithTheProvinceTests {
    private static final LocalDate EXAM = LocalDate.of(2021, 10, 23);

    @Autowired Settlements settlements;
    @Autowired Reconciliations reconciliations;
    @Autowired Payments payments;
    @Autowired FakeGateway gateway;
    @Autowired LedgerStore ledger;
    @Autowired BusinessClock clock;
    @Autowired JdbcClient jdbc;

    @Test
    void handsOnFiftyYuanForEachCandidate() {
        var session = counted(217);

        settlements.declare(CITY_FINANCE, session, HANGZHOU);
        settlements.declare(CITY_FINANCE, session, HANGZHOU);
        settlements.receive(PROVINCE_FINANCE, session, HANGZHOU);
        settlements.receive(PROVINCE_FINANCE, session, HANGZHOU);

        assertThat(settlements.find(CITY_FINANCE, session, HANGZHOU))
                .returns(SettlementStatus.RECEIVED, SettlementRow::status)
                .returns("10850.00", row -> row.amount().toString());
        assertThat(ledger.listBalances(Scope.all(), session))
                .containsEntry(LedgerAccount.SETTLEMENT_EXPENSE, 1_085_000L)
                .containsEntry(LedgerAccount.SETTLEMENT_DUE, 0L)
                .containsEntry(LedgerAccount.PROVINCE_RECEIVED, -1_085_000L);
    }

    @Test
    void takesAnotherNumberUntilTheMoneyWasHandedOn() {
        var session = counted(10);
        settle(session, 12);
        assertThat(settlements.find(CITY_FINANCE, session, HANGZHOU).persons()).isEqualTo(12);

        settlements.declare(CITY_FINANCE, session, HANGZHOU);
        settle(session, 12);

        assertThatExceptionOfType(PaymentRefused.class)
                .isThrownBy(() -> settle(session, 13))
                .returns("payment.already-declared", PaymentRefused::code);
    }

    @Test
    void isConfirmedByAnotherPersonAfterTheCity() {
        var session = counted(10);
        assertThatExceptionOfType(PaymentRefused.class)
                .isThrownBy(() -> settlements.receive(PROVINCE_FINANCE, session, HANGZHOU))
                .returns("payment.not-declared", PaymentRefused::code);

        settlements.declare(CITY_FINANCE, session, HANGZHOU);

        assertThatExceptionOfType(PaymentRefused.class)
                .isThrownBy(() -> settlements.receive(CITY_FINANCE, session, HANGZHOU))
                .returns("payment.same-person", PaymentRefused::code);
    }

    @Test
    void isNotSeenByAnotherCity() {
        var session = counted(10);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> settlements.declare(NINGBO_FINANCE, session, HANGZHOU));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> settlements.find(NINGBO_FINANCE, session, HANGZHOU));
        assertThat(
                        settlements
                                .list(
                                        NINGBO_FINANCE,
                                        SettlementFilter.everything(),
                                        new Paging(1, 20))
                                .total())
                .isZero();
    }

    @Test
    void waitsForTheCityThenForTheProvince() {
        var session = counted(10);
        assertThat(openTasks(session)).containsExactly("payment.to-hand-on");

        settlements.declare(CITY_FINANCE, session, HANGZHOU);
        assertThat(openTasks(session)).containsExactly("payment.to-receive");

        settlements.receive(PROVINCE_FINANCE, session, HANGZHOU);
        assertThat(openTasks(session)).isEmpty();
    }

    @Test
    void agreesWithTheGatewayOrTellsFinance() {
        var day = LocalDate.of(2021, 8, 1);
        var person = PersonId.next();
        var order = payments.open(PROGRAM, draft(person, clock.today().plusDays(1)));
        gateway.tell(payments, FakeGateway.paid("S1", order));
        assertThat(payments.find(candidate(person), order).status()).isEqualTo(OrderStatus.PAID);
        reconciliations.watch(day);
        assertThat(differences()).isEqualTo(1);
        state("S1", order);

        assertThat(reconciliations.of(PROVINCE_FINANCE, day))
                .returns(1, Reconciliation::agreed)
                .returns("695.00", each -> each.taken().toString())
                .satisfies(each -> assertThat(each.differences()).isEmpty());
        reconciliations.watch(day);
        assertThat(differences()).isZero();

        state("S2", OrderId.next());
        assertThat(reconciliations.of(PROVINCE_FINANCE, day).differences())
                .extracting(Reconciliation.Difference::kind)
                .containsExactly(Reconciliation.Kind.MISSING_HERE);
        assertThat(reconciliations.of(NINGBO_FINANCE, day).agreed()).isZero();
    }

    private void state(String number, OrderId order) {
        gateway.state(
                new PaymentGateway.StatementLine(
                        number,
                        false,
                        order,
                        Money.ofYuan(695),
                        Instant.parse("2021-08-01T02:00:00Z")));
    }

    private long differences() {
        return jdbc.sql(
                        "select count(*) from task.task where kind = 'payment.difference' and ended_at is null")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private List<String> openTasks(UUID session) {
        return jdbc.sql("select kind from task.task where subject_id like :id and ended_at is null")
                .param("id", session + "%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private UUID counted(int persons) {
        var session = Ids.next();
        settle(session, persons);
        return session;
    }

    private void settle(UUID session, int persons) {
        settlements.settle(
                PROGRAM,
                new Settlements.SettlementDraft(
                        new OrderDraft.Session(session, "2021年下半年职业技能统一鉴定"),
                        new OrderDraft.Payee(HANGZHOU, "杭州市"),
                        new Jurisdiction("33"),
                        EXAM,
                        persons));
    }
}
