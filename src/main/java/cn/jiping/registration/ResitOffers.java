package cn.jiping.registration;

import cn.jiping.plan.Offering;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.Answer;
import cn.jiping.policy.Decision;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.Policies;
import cn.jiping.registration.Application.Place;
import cn.jiping.registration.EarlierResults.Earlier;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 补考判定: whether an applicant sits for the open subjects only. The resit itself must lie within the
 * period, so the law is asked for the day of the examination.
 */
@Component
class ResitOffers {
    private static final String TOPIC = "resit";
    private static final String UNTIL = "until";
    private static final Actor PROGRAM = Actor.program("registration");
    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<EarlierResults> results;
    private final ApplicationStore store;
    private final Policies policies;
    private final Decisions decisions;

    ResitOffers(
            ObjectProvider<EarlierResults> results,
            ApplicationStore store,
            Policies policies,
            Decisions decisions) {
        this.results = results;
        this.store = store;
        this.policies = policies;
        this.decisions = decisions;
    }

    /** 报考: who would sit for what, when. */
    record Sitting(SessionView session, PersonId person, Offering offering) {}

    /** What of the session the person passed partly before; nothing is kept. */
    List<ResitChance> chances(SessionView session, PersonId person) {
        return session.offerings().stream()
                .map(offering -> new Sitting(session, person, offering))
                .flatMap(sitting -> chance(sitting).stream())
                .toList();
    }

    private Optional<ResitChance> chance(Sitting sitting) {
        var offering = sitting.offering();
        return earlier(sitting)
                .map(earlier -> {
                    var answer = policies.answer(TOPIC, facts(sitting, earlier));
                    return new ResitChance(
                            offering.id(),
                            offering.occupation(),
                            offering.level(),
                            Resit.inOrder(earlier.kept()),
                            Resit.inOrder(earlier.open()),
                            (LocalDate) Objects.requireNonNull(answer.outcome().get(UNTIL)),
                            ruling(answer));
                });
    }

    private static Ruling ruling(Answer answer) {
        return Boolean.TRUE.equals(answer.allowed())
                ? new Ruling.Met(answer.reasons())
                : new Ruling.NotMet(answer.reasons());
    }

    /** The same, decided and kept; null if nothing was passed before. */
    @Nullable Resit decide(Actor actor, ApplicationId id, Sitting sitting, Place place) {
        return earlier(sitting)
                .map(earlier -> {
                    var decision =
                            decisions.decide(
                                    actor,
                                    new DecisionDraft(
                                            ApplicationLaw.about(id),
                                            TOPIC,
                                            "begun",
                                            facts(sitting, earlier),
                                            place.city(),
                                            place.body()));
                    return resit(earlier, decision);
                })
                .orElse(null);
    }

    private static Resit resit(Earlier earlier, Decision decision) {
        var until = Objects.requireNonNull(decision.verdict().outcome().get(UNTIL));
        return new Resit(
                Boolean.TRUE.equals(decision.verdict().allowed()),
                Resit.inOrder(earlier.kept()),
                Resit.inOrder(earlier.open()),
                earlier.publishedOn(),
                LocalDate.parse(until.toString()),
                decision.id());
    }

    private Optional<Earlier> earlier(Sitting sitting) {
        var wanted =
                new EarlierResults.Wanted(
                        sitting.person(),
                        sitting.session().heading().jurisdiction(),
                        sitting.offering().occupation(),
                        sitting.offering().level(),
                        sitting.session().days().theoryOn());
        return results.stream().flatMap(known -> known.find(wanted).stream()).findFirst();
    }

    private String facts(Sitting sitting, Earlier earlier) {
        var facts = JSON.createObjectNode();
        facts.put("jurisdiction", sitting.session().heading().jurisdiction().value());
        facts.put("on", sitting.session().days().theoryOn().toString());
        facts.put("publishedOn", earlier.publishedOn().toString());
        facts.put("resitsUsed", Math.max(earlier.resitsUsed(), taken(sitting, earlier)));
        facts.put("occupation", sitting.offering().occupation());
        return facts.toString();
    }

    /** Registrations for a resit on the same results in other sessions, their scores out or not. */
    private int taken(Sitting sitting, Earlier earlier) {
        var offering = sitting.offering();
        return Math.toIntExact(
                store.listOf(Scope.ofPerson(sitting.person()), sitting.person()).stream()
                        .filter(one -> one.status().running())
                        .map(Application::opening)
                        .filter(one -> !one.session().equals(sitting.session().id()))
                        .filter(one -> one.subject().occupation().equals(offering.occupation()))
                        .filter(one -> one.subject().level() == offering.level())
                        .map(Application.Opening::resit)
                        .filter(resit -> resit != null && resit.offered())
                        .filter(resit -> resit.publishedOn().equals(earlier.publishedOn()))
                        .count());
    }

    /** The decision an application was begun with. */
    Optional<Decision> decision(Application application) {
        var resit = application.opening().resit();
        return resit == null
                ? Optional.empty()
                : decisions.about(PROGRAM, ApplicationLaw.about(application.id())).stream()
                        .filter(decision -> decision.id().equals(resit.decision()))
                        .findAny();
    }
}
