package cn.jiping.exam;

import cn.jiping.plan.GroupSizeTerms;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Policies;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 开考人数: how many a group must have, and whether a city still has groups with fewer. */
@Component
class GroupLimits {
    private final SmallGroupStore store;
    private final FinalNumbersStore numbers;
    private final Policies policies;

    GroupLimits(SmallGroupStore store, FinalNumbersStore numbers, Policies policies) {
        this.store = store;
        this.numbers = numbers;
        this.policies = policies;
    }

    /** Empty where the province asks for no number. */
    Optional<InForce<GroupSizeTerms>> of(SessionView view) {
        return policies.book()
                .in(view.heading().jurisdiction(), view.days().theoryOn())
                .find(GroupSizeTerms.class);
    }

    /** 处理期限: the days of each step, by the law of the day. */
    SmallGroupRule rule(SessionView view, LocalDate on) {
        return new SmallGroupRule(
                policies.book()
                        .in(view.heading().jurisdiction(), on)
                        .require(SmallGroupTerms.class));
    }

    /**
     * No other change of the numbers comes in between until the transaction ends; those of a
     * session on another day change with the one it belongs to.
     *
     * @throws ExamRefused while a group of the city, or one that would come to it, is undecided
     */
    void requireDecided(SessionView view, DivisionCode city) {
        numbers.lockFinal(Objects.requireNonNullElse(view.parent(), view.id()));
        var waiting = store.loadWaiting(view.id(), city);
        if (!waiting.isEmpty()) {
            var law = of(view).orElseThrow();
            throw ExamRefused.groupsUndecided(
                    waiting.stream()
                            .map(group -> group.city().name() + group.key().occupation())
                            .collect(Collectors.joining("、")),
                    law.terms().threshold(),
                    law.source());
        }
    }
}
