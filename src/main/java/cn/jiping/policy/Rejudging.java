package cn.jiping.policy;

import cn.jiping.policy.ReplayDifference.Kind;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Unanswerable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 对判: the same question under two books, and what differs. */
record Rejudging(Policies policies, ReasonTexts texts, LawBook base, LawBook book) {

    /** Both answers, and whether what was decided then is decided otherwise by now anyway. */
    record Judged(Optional<ReplayDifference> difference, boolean outdated) {}

    private record Given(@Nullable Answer answer, @Nullable String problem) {}

    Judged judge(ReplayItem item) {
        Question question;
        try {
            question = item.question(policies.topic(item.topic()));
        } catch (InvalidInput | NotFound _) {
            return new Judged(Optional.empty(), item.stored() != null);
        }
        var was = ask(question, base);
        var becomes = ask(question, book);
        var difference =
                Optional.ofNullable(kind(was, becomes))
                        .map(kind ->
                                ReplayDifference.of(item, kind, verdict(was), verdict(becomes)));
        return new Judged(difference, outdated(item, was));
    }

    private static Given ask(Question question, LawBook book) {
        try {
            return new Given(question.ask(book), null);
        } catch (Unanswerable none) {
            return new Given(null, none.code());
        } catch (InvalidInput unknown) {
            return new Given(null, unknown.faults().getFirst().code());
        }
    }

    private static @Nullable Kind kind(Given was, Given becomes) {
        var old = was.answer();
        var now = becomes.answer();
        if (old == null || now == null) {
            return Objects.equals(was, becomes) ? null : Kind.VERDICT;
        }
        if (!Objects.equals(old.allowed(), now.allowed())) {
            return Kind.VERDICT;
        }
        if (!sameOutcome(old, now)) {
            return Kind.OUTCOME;
        }
        return old.reasons().equals(now.reasons()) ? null : Kind.GROUNDS;
    }

    private static boolean sameOutcome(Answer old, Answer now) {
        return old.outcome().equals(now.outcome()) || old.plainOutcome().equals(now.plainOutcome());
    }

    private Verdict verdict(Given given) {
        var answer = given.answer();
        return answer == null
                ? Verdict.nothing(Objects.requireNonNull(given.problem()))
                : Verdict.of(answer, texts);
    }

    private boolean outdated(ReplayItem item, Given now) {
        var stored = item.stored();
        return stored != null
                && !stored.law().equals(base.hash())
                && !stored.verdict().decidesAs(verdict(now));
    }
}
