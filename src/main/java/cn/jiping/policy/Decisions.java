package cn.jiping.policy;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 决定: answers that are kept, each with its facts and the version of the law, so that a draft of law
 * can be tried on them.
 */
@Service
public class Decisions {
    private final DecisionStore store;
    private final Policies policies;
    private final BookInForce inForce;
    private final ReasonTexts texts;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Decisions(
            DecisionStore store,
            Policies policies,
            BookInForce inForce,
            ReasonTexts texts,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.policies = policies;
        this.inForce = inForce;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Answers by the law in force and keeps the answer; the same question about the same matter
     * under the same key is answered as it was the first time.
     *
     * @throws cn.jiping.shared.NotFound if there is no such topic
     * @throws cn.jiping.shared.InvalidInput naming the fact that is not as the topic wants it
     * @throws cn.jiping.shared.Unanswerable where no rule answers
     * @throws IllegalArgumentException if a fact looks like the number of a person's document
     */
    @Transactional
    public Decision decide(Actor actor, DecisionDraft draft) {
        var known = store.load(draft.about(), draft.topic(), draft.key());
        if (known.isPresent()) {
            return known.get();
        }
        var decision = answered(draft, actor);
        if (!store.add(decision)) {
            return store.load(draft.about(), draft.topic(), draft.key()).orElseThrow();
        }
        audit.record(
                actor,
                Act.of("policy.decided", draft.about().type(), draft.about().id())
                        .in(draft.division())
                        .at(draft.body())
                        .changing("topic", null, draft.topic())
                        .changing("allowed", null, decision.verdict().allowed())
                        .changing("book", null, decision.law()));
        return decision;
    }

    /** The answer by the law in force, not yet kept. */
    Decision answered(DecisionDraft draft, Actor actor) {
        var book = inForce.held();
        var question = Question.of(policies.topic(draft.topic()), draft.facts());
        var answer = question.ask(book);
        return new Decision(
                Ids.next(),
                draft.about(),
                draft.key(),
                new Decision.Asked(
                        draft.topic(), draft.facts(), question.jurisdiction(), answer.asOf()),
                Verdict.of(answer, texts),
                book.hash(),
                new Decision.Place(draft.division(), draft.body()),
                clock.now().truncatedTo(ChronoUnit.MICROS),
                actor.account());
    }

    /** Everything decided about a matter inside the actor's scope, oldest first. */
    @Transactional(readOnly = true)
    public List<Decision> about(Actor actor, DecisionDraft.About about) {
        return store.list(actor.scope(), about);
    }
}
