package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 对账: compares the gateway's statement with our books, day by day. */
@Service
public class Reconciliations {
    static final TaskKind DIFFERENCE = TaskKind.closedByItsModule("payment.difference");

    private final ReconciliationStore store;
    private final ObjectProvider<PaymentGateway> gateways;
    private final Tasks tasks;
    private final BusinessClock clock;

    Reconciliations(
            ReconciliationStore store,
            ObjectProvider<PaymentGateway> gateways,
            Tasks tasks,
            BusinessClock clock) {
        this.store = store;
        this.gateways = gateways;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The last day that is over. */
    public LocalDate lastDay() {
        return clock.today().minusDays(1);
    }

    /**
     * The actor's part of a day; what no order of ours explains is shown to everybody who may
     * reconcile.
     *
     * @throws PaymentRefused if there is no gateway
     */
    @Transactional(readOnly = true)
    public Reconciliation of(Actor actor, LocalDate day) {
        var gateway = gateways.getIfAvailable();
        if (gateway == null) {
            throw PaymentRefused.noGateway();
        }
        return compare(actor.scope(), day, gateway.statement(day));
    }

    private Reconciliation compare(
            Scope scope, LocalDate day, List<PaymentGateway.StatementLine> statement) {
        var elsewhere =
                Set.copyOf(
                        store.loadOutside(
                                scope,
                                statement.stream()
                                        .map(PaymentGateway.StatementLine::order)
                                        .distinct()
                                        .toList()));
        var theirs = statement.stream().filter(line -> !elsewhere.contains(line.order())).toList();
        var ofTheDay = store.listMoved(scope, BusinessClock.startOf(day), BusinessClock.endOf(day));
        var named =
                store.loadMoved(theirs.stream().map(PaymentGateway.StatementLine::number).toList());
        return Reconciliation.of(
                day, theirs, Stream.concat(ofTheDay.stream(), named.stream()).distinct().toList());
    }

    /** Tells finance where a day does not agree, and takes it back once it does. */
    @Transactional
    public void watch(LocalDate day) {
        var gateway = gateways.getIfAvailable();
        if (gateway == null) {
            return;
        }
        var program = Actor.program("payment.reconciliation");
        var differences = compare(Scope.all(), day, gateway.statement(day)).differences();
        if (differences.isEmpty()) {
            tasks.close(program, key(day), "");
        } else {
            tasks.open(program, task(day));
        }
    }

    private static TaskDraft task(LocalDate day) {
        return new TaskDraft(
                DIFFERENCE,
                List.of(Argument.of(day)),
                new TaskSubject(
                        "reconciliation",
                        day.toString(),
                        "/authority/payments/reconciliation?day=" + day),
                new TaskPlace.Platform(),
                Set.of(Role.PROVINCE_FINANCE),
                null,
                key(day));
    }

    private static String key(LocalDate day) {
        return DIFFERENCE.code() + "/" + day;
    }
}
