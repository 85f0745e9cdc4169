package cn.jiping.payment;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.Deadline;
import cn.jiping.task.Escalation;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 归档: writes each step of an order together with its booking, its act, its task and its event. */
@Component
class OrderFile {
    static final TaskKind TO_PAY = TaskKind.closedByItsModule("payment.to-pay");

    private final PaymentOrderStore store;
    private final LedgerStore ledger;
    private final AuditTrail audit;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;

    OrderFile(
            PaymentOrderStore store,
            LedgerStore ledger,
            AuditTrail audit,
            Tasks tasks,
            ApplicationEventPublisher events) {
        this.store = store;
        this.ledger = ledger;
        this.audit = audit;
        this.tasks = tasks;
        this.events = events;
    }

    /** False if the session has an order under this key. */
    boolean open(Actor actor, PaymentOrder order) {
        if (!store.insert(order)) {
            return false;
        }
        var now = order.openedAt();
        ledger.add(Booking.of(order, Movement.OPENED, order.terms().total(), now));
        audit.record(
                actor,
                act("opened", order)
                        .changing("amount", null, order.terms().total())
                        .changing("payUntil", null, order.terms().term().payUntil()));
        tasks.open(actor, task(order));
        events.publishEvent(new PaymentEvent.Opened(PaymentEvent.OrderRef.of(order), now));
        return true;
    }

    private static TaskDraft task(PaymentOrder order) {
        var terms = order.terms();
        return new TaskDraft(
                TO_PAY,
                List.of(
                        Argument.of(terms.session().title()),
                        Argument.of(terms.total().toString())),
                new TaskSubject(
                        "payment-order", order.id().toString(), "/my/payments/" + order.id()),
                new TaskPlace.Person(terms.payer().person(), terms.payer().name()),
                Set.of(Role.CANDIDATE),
                Deadline.endOf(terms.term().payUntil(), terms.term().source())
                        .escalating(Escalation.NONE),
                taskKey(order));
    }

    private static String taskKey(PaymentOrder order) {
        return "payment.to-pay/" + order.id();
    }

    void paid(Actor actor, PaymentOrder order, Receipt receipt) {
        var now = receipt.arrivedAt();
        save(order, Movement.PAID, receipt.amount(), now);
        audit.record(
                actor,
                act("paid", order)
                        .changing("gatewayNumber", null, receipt.number())
                        .changing("amount", null, receipt.amount()));
        tasks.close(actor, taskKey(order), "");
        events.publishEvent(new PaymentEvent.Paid(PaymentEvent.OrderRef.of(order), now));
    }

    void takenInExcess(Actor actor, PaymentOrder order, Receipt receipt) {
        var now = receipt.arrivedAt();
        save(order, Movement.TAKEN_IN_EXCESS, receipt.amount(), now);
        audit.record(
                actor,
                act("taken-in-excess", order)
                        .changing("gatewayNumber", null, receipt.number())
                        .changing("amount", null, receipt.amount()));
        events.publishEvent(new PaymentEvent.TakenInExcess(PaymentEvent.OrderRef.of(order), now));
    }

    void lapsed(Actor actor, PaymentOrder order, Instant now) {
        save(order, Movement.LAPSED, order.terms().total(), now);
        audit.record(actor, act("lapsed", order));
        tasks.cancel(actor, taskKey(order), "");
        events.publishEvent(new PaymentEvent.Lapsed(PaymentEvent.OrderRef.of(order), now));
    }

    void cancelled(Actor actor, PaymentOrder order, String reason, Instant now) {
        save(order, Movement.CANCELLED, order.terms().total(), now);
        audit.record(actor, act("cancelled", order).because(reason));
        tasks.cancel(actor, taskKey(order), reason);
        events.publishEvent(new PaymentEvent.Cancelled(PaymentEvent.OrderRef.of(order), now));
    }

    void refundAsked(Actor actor, PaymentOrder order, String reason, Instant now) {
        save(order, Movement.REFUND_ASKED, order.terms().total(), now);
        audit.record(
                actor,
                act("refund-asked", order)
                        .changing("status", OrderStatus.PAID, order.status())
                        .because(reason));
    }

    void refunded(Actor actor, PaymentOrder order, Refund refund, Instant now) {
        save(order, Movement.REFUNDED, refund.amount(), now);
        audit.record(actor, act("refunded", order).changing("amount", null, refund.amount()));
        if (refund.ofTheFee()) {
            events.publishEvent(new PaymentEvent.Refunded(PaymentEvent.OrderRef.of(order), now));
        }
    }

    private void save(PaymentOrder order, Movement movement, Money amount, Instant now) {
        store.update(order);
        ledger.add(Booking.of(order, movement, amount, now));
    }

    static Act act(String code, PaymentOrder order) {
        return Act.of("payment." + code, "payment-order", order.id())
                .in(order.terms().payee().city());
    }
}
