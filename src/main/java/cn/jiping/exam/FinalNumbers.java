package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.payment.OrderDraft;
import cn.jiping.payment.SettlementFilter;
import cn.jiping.payment.SettlementRow;
import cn.jiping.payment.SettlementStatus;
import cn.jiping.payment.SettlementTerms;
import cn.jiping.payment.Settlements;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 最终核定报名人数: has each city's settlement counted by those who registered there and stand, wherever
 * they sit, once its small groups are decided and nobody may leave because of that any more. Until
 * the city has handed the money on, a later number replaces an earlier one.
 */
@Component
class FinalNumbers {
    private static final Actor PROGRAM = Actor.program("exam.numbers");
    private static final int EVERY_CITY = 200;

    private final FinalNumbersStore numbers;
    private final SmallGroupStore groups;
    private final ChangedExamStore told;
    private final Settlements settlements;
    private final ExamSessions sessions;
    private final Policies policies;
    private final BusinessClock clock;

    FinalNumbers(
            FinalNumbersStore numbers,
            SmallGroupStore groups,
            ChangedExamStore told,
            Settlements settlements,
            ExamSessions sessions,
            Policies policies,
            BusinessClock clock) {
        this.numbers = numbers;
        this.groups = groups;
        this.told = told;
        this.settlements = settlements;
        this.sessions = sessions;
        this.policies = policies;
        this.clock = clock;
    }

    /** Settles every city that is ready, and notes when to look at the others. */
    @Transactional
    public void settle(SessionId session) {
        if (numbers.lockFinal(session).isEmpty()) {
            return;
        }
        var view = sessions.find(PROGRAM, session);
        numbers.lookAgain(session, handsOn(view) ? settleReady(view).orElse(null) : null);
    }

    /** Whether the cities of the province hand anything on. */
    private boolean handsOn(SessionView view) {
        return policies.book()
                .in(view.heading().jurisdiction(), view.days().theoryOn())
                .find(SettlementTerms.class)
                .isPresent();
    }

    private Optional<Instant> settleReady(SessionView view) {
        var waiting = waiting(view.id());
        var done = handedOn(view.id());
        var next = Optional.<Instant>empty();
        for (var count : told.loadHomeCounts(view.id()).entrySet()) {
            var city = count.getKey();
            if (waiting.contains(city.division()) || done.contains(city.division())) {
                continue;
            }
            var term = told.loadLastWithdrawal(view.id(), city.division());
            if (term.isPresent() && !clock.today().isAfter(term.get())) {
                next = Optional.of(earlier(next, term.get()));
            } else {
                settle(view, city, count.getValue());
            }
        }
        return next;
    }

    private static Instant earlier(Optional<Instant> known, LocalDate term) {
        var end = BusinessClock.endOf(term);
        return known.filter(instant -> instant.isBefore(end)).orElse(end);
    }

    private Set<DivisionCode> waiting(SessionId session) {
        return groups.list(Scope.all(), session).stream()
                .filter(group -> group.status().waiting())
                .map(group -> group.key().city())
                .collect(Collectors.toSet());
    }

    private Set<DivisionCode> handedOn(SessionId session) {
        return settlements
                .list(
                        PROGRAM,
                        new SettlementFilter(null, session.value()),
                        new Paging(1, EVERY_CITY))
                .rows()
                .stream()
                .filter(row -> row.status() != SettlementStatus.COUNTED)
                .map(SettlementRow::city)
                .map(OrderDraft.Payee::city)
                .collect(Collectors.toSet());
    }

    private void settle(SessionView view, Entry.City city, int persons) {
        settlements.settle(
                PROGRAM,
                new Settlements.SettlementDraft(
                        new OrderDraft.Session(view.id().value(), view.heading().title()),
                        new OrderDraft.Payee(city.division(), city.name()),
                        view.heading().jurisdiction(),
                        view.days().theoryOn(),
                        persons));
    }
}
