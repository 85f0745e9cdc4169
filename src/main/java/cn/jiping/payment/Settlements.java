package cn.jiping.payment;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Slice;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 上缴结算: so much for each candidate finally confirmed, from the city to the province. */
@Service
public class Settlements {
    static final TaskKind TO_DECLARE = TaskKind.closedByItsModule("payment.to-hand-on");
    static final TaskKind TO_RECEIVE = TaskKind.closedByItsModule("payment.to-receive");
    private static final String PAGE = "/authority/payments/settlements";

    private final SettlementStore store;
    private final LedgerStore ledger;
    private final Policies policies;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Settlements(
            SettlementStore store,
            LedgerStore ledger,
            Policies policies,
            Tasks tasks,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.ledger = ledger;
        this.policies = policies;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Counts what a city hands on: by the law of the exam day, for the number finally confirmed.
     * The same number again changes nothing.
     *
     * @throws PaymentRefused if another number comes after the city handed the money on
     */
    @Transactional
    public void settle(Actor actor, SettlementDraft draft) {
        var found =
                new SettlementRule(
                                policies.book()
                                        .in(draft.jurisdiction(), draft.examOn())
                                        .require(SettlementTerms.class))
                        .amount(draft.persons());
        var count =
                new Settlement.Count(
                        draft.persons(),
                        Money.ofYuan(found.value()),
                        found.reasons().getFirst().source(),
                        clock.now());
        var fresh = Settlement.counted(draft.session(), draft.city(), count);
        if (store.insert(fresh)) {
            counted(actor, fresh);
            tasks.open(actor, task(fresh, TO_DECLARE, Role.CITY_FINANCE));
            return;
        }
        var known = lock(draft.session().id(), draft.city().city());
        if (known.recount(count)) {
            store.update(known);
            counted(actor, known);
        }
    }

    /** 结算稿: the number finally confirmed, as the registrations have it. */
    public record SettlementDraft(
            OrderDraft.Session session,
            OrderDraft.Payee city,
            Jurisdiction jurisdiction,
            LocalDate examOn,
            int persons) {}

    private void counted(Actor actor, Settlement settlement) {
        audit.record(
                actor,
                act("settlement-counted", settlement)
                        .changing("persons", null, settlement.count().persons())
                        .changing("amount", null, settlement.count().amount()));
    }

    /**
     * The city says that it handed the money on.
     *
     * @throws NotFound if it lies outside the actor's scope
     */
    @Transactional
    public void declare(Actor actor, UUID session, DivisionCode city) {
        var settlement = lock(actor, session, city);
        if (settlement.declare(actor, clock.now())) {
            store.update(settlement);
            book(settlement, Movement.SETTLEMENT_DECLARED);
            audit.record(actor, act("settlement-declared", settlement));
            tasks.close(actor, key(settlement, TO_DECLARE), "");
            tasks.open(actor, task(settlement, TO_RECEIVE, Role.PROVINCE_FINANCE));
        }
    }

    /**
     * The province confirms that the money came.
     *
     * @throws NotFound if it lies outside the actor's scope
     * @throws PaymentRefused if it was not declared, or the same person declared it
     */
    @Transactional
    public void receive(Actor actor, UUID session, DivisionCode city) {
        var settlement = lock(actor, session, city);
        if (settlement.receive(actor, clock.now())) {
            store.update(settlement);
            book(settlement, Movement.SETTLEMENT_RECEIVED);
            audit.record(actor, act("settlement-received", settlement));
            tasks.close(actor, key(settlement, TO_RECEIVE), "");
        }
    }

    private void book(Settlement settlement, Movement movement) {
        ledger.add(
                Booking.of(
                        settlement.session().id(),
                        settlement.city().city(),
                        null,
                        movement,
                        settlement.count().amount(),
                        clock.now()));
    }

    private static TaskDraft task(Settlement settlement, TaskKind kind, Role role) {
        var session = settlement.session();
        return new TaskDraft(
                kind,
                List.of(Argument.of(session.title()), Argument.of(settlement.city().name())),
                new TaskSubject(
                        "settlement",
                        session.id() + "/" + settlement.city().city(),
                        PAGE + "?session=" + session.id()),
                new TaskPlace.Division(settlement.city().city()),
                Set.of(role),
                null,
                key(settlement, kind));
    }

    private static String key(Settlement settlement, TaskKind kind) {
        return kind.code() + "/" + settlement.session().id() + "/" + settlement.city().city();
    }

    private static Act act(String code, Settlement settlement) {
        return Act.of(
                        "payment." + code,
                        "settlement",
                        settlement.session().id() + "/" + settlement.city().city())
                .in(settlement.city().city());
    }

    private Settlement lock(Actor actor, UUID session, DivisionCode city) {
        if (!actor.scope().covers(city)) {
            throw new NotFound("settlement", session + "/" + city);
        }
        return lock(session, city);
    }

    private Settlement lock(UUID session, DivisionCode city) {
        return store.lock(session, city)
                .orElseThrow(() -> new NotFound("settlement", session + "/" + city));
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public SettlementRow find(Actor actor, UUID session, DivisionCode city) {
        return store.find(actor.scope(), session, city)
                .map(SettlementRow::of)
                .orElseThrow(() -> new NotFound("settlement", session + "/" + city));
    }

    @Transactional(readOnly = true)
    public Slice<SettlementRow> list(Actor actor, SettlementFilter filter, Paging paging) {
        return store.list(actor.scope(), filter, paging);
    }

    /** The sessions one may filter by. */
    public List<OrderDraft.Session> sessions(Actor actor) {
        return store.listSessions(actor.scope());
    }
}
