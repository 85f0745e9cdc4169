package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionDays;
import cn.jiping.plan.SessionOutline;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.policy.Answer;
import cn.jiping.policy.Decision;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.registration.Application.Opening;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ruling;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 依法判定: what the law says of an application on the day of application. */
@Component
class ApplicationLaw {
    private static final String TOPIC = "eligibility";
    private static final Actor PROGRAM = Actor.program("registration");

    private final ExamSessions sessions;
    private final Persons persons;
    private final Policies policies;
    private final Decisions decisions;
    private final ReasonTexts texts;
    private final BusinessClock clock;

    ApplicationLaw(
            ExamSessions sessions,
            Persons persons,
            Policies policies,
            Decisions decisions,
            ReasonTexts texts,
            BusinessClock clock) {
        this.sessions = sessions;
        this.persons = persons;
        this.policies = policies;
        this.decisions = decisions;
        this.texts = texts;
        this.clock = clock;
    }

    SessionView session(Application application) {
        return sessions.find(PROGRAM, application.opening().session());
    }

    private SessionOutline outline(Application application) {
        return sessions.outline(application.opening().session());
    }

    Terms terms(Application application) {
        return new Terms(outline(application).days());
    }

    /**
     * @throws RegistrationRefused if it is not the time
     */
    void requireOpen(SessionDays days, SessionWindow window) {
        var ruling = days.judge(window, clock.today());
        if (!(ruling instanceof Ruling.Met)) {
            var why = ruling.reasons().getFirst();
            throw RegistrationRefused.windowClosed(texts.text(why, Locale.CHINA), why.source());
        }
    }

    /** The day it was handed in first; today as long as it was not. */
    LocalDate appliedOn(Application application) {
        var submission = application.progress().submission();
        return submission == null ? clock.today() : submission.appliedOn();
    }

    /** 资格判定 of what is filled in now; nothing is kept. */
    Answer judge(Application application) {
        return policies.answer(TOPIC, facts(application));
    }

    private String facts(Application application) {
        var opening = application.opening();
        return new ApplicantFacts(
                        jurisdiction(application), opening.subject(), appliedOn(application))
                .of(application.form(), bornOn(opening).orElse(null));
    }

    private Optional<LocalDate> bornOn(Opening opening) {
        return Optional.ofNullable(persons.bornOn(opening.person()));
    }

    Jurisdiction jurisdiction(Application application) {
        return outline(application).heading().jurisdiction();
    }

    /**
     * 资格判定 that is kept, and finds the claim met.
     *
     * @throws RegistrationRefused if it is not
     */
    UUID requireMet(Actor actor, Application application, String condition) {
        var place = application.opening().place();
        var decision =
                decisions.decide(
                        actor,
                        new DecisionDraft(
                                about(application.id()),
                                TOPIC,
                                "submission/" + application.version(),
                                facts(application),
                                place.city(),
                                place.body()));
        var verdict = decision.verdict();
        if (!Boolean.TRUE.equals(verdict.allowed())) {
            var why = verdict.reasons().getFirst();
            throw RegistrationRefused.notEligible(why.text(), why.source());
        }
        if (!(verdict.outcome().get("met") instanceof List<?> met) || !met.contains(condition)) {
            throw RegistrationRefused.conditionNotMet(condition);
        }
        return decision.id();
    }

    /** The decision by which it was handed in last; empty until it was. */
    Optional<Decision> decision(Application application) {
        var submission = application.progress().submission();
        return submission == null
                ? Optional.empty()
                : decisions.about(PROGRAM, about(application.id())).stream()
                        .filter(decision -> decision.id().equals(submission.decision()))
                        .findAny();
    }

    static DecisionDraft.About about(ApplicationId id) {
        return new DecisionDraft.About("application", id.toString());
    }

    /** The condition claimed in the form; empty if none is, or the law has none such. */
    Optional<Claim> claim(Application application) {
        var condition = application.form().condition();
        return condition == null
                ? Optional.empty()
                : Claim.find(
                        policies.book().in(jurisdiction(application), appliedOn(application)),
                        application.opening().subject(),
                        condition);
    }

    List<Needed> materials(Application application) {
        var schooling = application.form().schooling();
        var studying = schooling != null && schooling.enrolment() != Enrolment.GRADUATED;
        return claim(application).map(claim -> claim.materials(studying)).orElse(List.of());
    }

    /** What is still to be filled in. */
    Set<FormStep> gaps(Application application) {
        var form = application.form();
        var gaps = EnumSet.noneOf(FormStep.class);
        if (!form.materials().containsKey(Material.PHOTO)) {
            gaps.add(FormStep.PHOTO);
        }
        if (form.schooling() == null || form.employment() == null) {
            gaps.add(FormStep.BACKGROUND);
        }
        if (form.history().isEmpty()) {
            gaps.add(FormStep.HISTORY);
        }
        if (form.condition() == null) {
            gaps.add(FormStep.CONDITION);
        }
        if (form.condition() == null || !missing(application).isEmpty()) {
            gaps.add(FormStep.MATERIALS);
        }
        return gaps;
    }

    private List<Material> missing(Application application) {
        return materials(application).stream()
                .filter(Needed::uploaded)
                .map(Needed::material)
                .filter(material -> material != Material.PHOTO)
                .filter(material -> !application.form().materials().containsKey(material))
                .toList();
    }

    /**
     * @throws RegistrationRefused naming what is missing
     */
    void requireComplete(Application application) {
        var gaps = gaps(application);
        if (!gaps.isEmpty()) {
            throw RegistrationRefused.incomplete(texts.word(gaps, Locale.CHINA));
        }
    }
}
