package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Occupation;
import cn.jiping.plan.SessionDraft.Offer;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.Actor;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Unanswerable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 开考项核对: what may be offered in a unified session, and the decisions kept of it. */
@Component
class Offers {
    private static final JsonMapper JSON = new JsonMapper();

    private final Policies policies;
    private final Decisions decisions;
    private final ReasonTexts texts;

    Offers(Policies policies, Decisions decisions, ReasonTexts texts) {
        this.policies = policies;
        this.decisions = decisions;
        this.texts = texts;
    }

    /**
     * The occupations appraised as vocational qualifications on the day, those that may be offered
     * first.
     */
    List<Offerable> offerables(Jurisdiction jurisdiction, SkillLevel level, LocalDate examOn) {
        var rule = new UnifiedOfferRule(policies.book().in(jurisdiction, examOn));
        var admitted = new ArrayList<Offerable>();
        var refused = new ArrayList<Offerable>();
        for (var occupation : Catalogue.in(policies.book()).all()) {
            if (isQualification(jurisdiction, occupation, examOn)) {
                var offerable = new Offerable(occupation, rule.judge(occupation, level));
                (offerable.admitted() ? admitted : refused).add(offerable);
            }
        }
        admitted.addAll(refused);
        return admitted;
    }

    private boolean isQualification(
            Jurisdiction jurisdiction, Occupation occupation, LocalDate examOn) {
        try {
            return Catalogue.in(policies.book())
                            .openKind(jurisdiction, occupation.name(), examOn)
                            .value()
                    == EvaluationKind.QUALIFICATION;
        } catch (Unanswerable _) {
            return false;
        }
    }

    /**
     * @throws InvalidInput if nothing is offered or the same twice
     * @throws PlanRefused naming the first occupation that may not be offered, with the clause
     */
    void require(Jurisdiction jurisdiction, List<Offer> offers, LocalDate examOn) {
        if (offers.isEmpty()) {
            throw InvalidInput.of("offers", "plan.no-offer");
        }
        var seen = new HashSet<List<Object>>();
        for (var offer : offers) {
            if (!seen.add(List.of(offer.occupation(), offer.level()))) {
                throw InvalidInput.of("offers", "plan.offered-twice", offer.occupation());
            }
            requireOffered(jurisdiction, offer, examOn);
        }
    }

    private void requireOffered(Jurisdiction jurisdiction, Offer offer, LocalDate examOn) {
        var occupation = Catalogue.in(policies.book()).require(offer.occupation());
        var ruling =
                new UnifiedOfferRule(policies.book().in(jurisdiction, examOn))
                        .judge(occupation, offer.level());
        if (ruling instanceof Ruling.NotMet(var reasons)) {
            var why = reasons.getLast();
            throw PlanRefused.notOffered(
                    occupation.name(),
                    texts.word(offer.level(), Locale.CHINA),
                    texts.text(why, Locale.CHINA),
                    why.source());
        }
    }

    /** Keeps what was decided of each offer, by the law in force. */
    void decide(Actor actor, ExamSession session) {
        session.offerings().forEach(one -> decide(actor, session, one));
    }

    private void decide(Actor actor, ExamSession session, Offering offering) {
        var facts = JSON.createObjectNode();
        facts.put("jurisdiction", session.heading().jurisdiction().value());
        facts.put("on", session.days().theoryOn().toString());
        facts.put("occupation", offering.occupation());
        facts.put("level", offering.level().code());
        decisions.decide(
                actor,
                new DecisionDraft(
                        about(session.id()),
                        UnifiedOfferTopic.NAME,
                        offering.occupation() + "/" + offering.level().code(),
                        facts.toString(),
                        session.heading().province(),
                        null));
    }

    private static DecisionDraft.About about(SessionId session) {
        return new DecisionDraft.About("session", session.toString());
    }
}
