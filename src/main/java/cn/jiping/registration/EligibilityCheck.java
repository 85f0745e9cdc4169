package cn.jiping.registration;

import cn.jiping.catalog.Condition;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 自查: the answers given so far in the order asked, and either the next question or the result. A
 * fault says what is wrong with what was given to the next question.
 */
public record EligibilityCheck(
        List<Step> steps,
        @Nullable CheckQuestion next,
        InvalidInput.@Nullable Fault fault,
        @Nullable Result result) {
    public EligibilityCheck {
        steps = List.copyOf(steps);
    }

    /** One question with its answer, as typed and as understood. */
    public record Step(CheckQuestion question, Map<String, String> typed, Object value) {
        public Step {
            typed = Map.copyOf(typed);
        }
    }

    /** An answer that says: nothing of the kind. */
    public enum None {
        /** 没有. */
        NONE
    }

    /**
     * 结果: whether somebody may register, each condition with what lacks, the earliest day, what to
     * hand in, and everything it rests on.
     */
    public record Result(
            boolean allowed,
            LocalDate on,
            String standard,
            String standardTitle,
            List<Judged> conditions,
            @Nullable LocalDate soonest,
            @Nullable EvaluationKind kind,
            List<Reason> reasons,
            List<Reason> materials,
            String lawVersion) {
        public Result {
            conditions = List.copyOf(conditions);
            reasons = List.copyOf(reasons);
            materials = List.copyOf(materials);
        }

        public List<Judged> met() {
            return conditions.stream().filter(Judged::met).toList();
        }

        public List<Judged> unmet() {
            return conditions.stream().filter(condition -> !condition.met()).toList();
        }

        /** The condition that will be met first. */
        public @Nullable Judged first() {
            return conditions.stream()
                    .filter(condition -> soonest != null && soonest.equals(condition.from()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** 条件判定: one condition, what lacks, and from when it will be met if only time does. */
    public record Judged(
            Condition condition, Source source, List<Lack> lacks, @Nullable LocalDate from) {
        public Judged {
            lacks = List.copyOf(lacks);
        }

        public boolean met() {
            return lacks.isEmpty();
        }

        /** Whether one only has to grow older. */
        public boolean ofAge() {
            return EligibilityRule.ofAge(lacks);
        }
    }
}
