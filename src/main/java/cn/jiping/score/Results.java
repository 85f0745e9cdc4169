package cn.jiping.score;

import cn.jiping.catalog.Catalogue;
import cn.jiping.exam.SeatView;
import cn.jiping.person.SkillFact;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.DecisionDraft;
import cn.jiping.policy.Decisions;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ruling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What follows from published marks: who passed, what is kept until when, which chance is used;
 * with a decision that can be replayed.
 */
@Component
class Results {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MODULE = "score";

    private final ScoreStore store;
    private final ExamSessions sessions;
    private final SkillRecords skills;
    private final KeptSubjects kept;
    private final Decisions decisions;
    private final Policies policies;

    Results(
            ScoreStore store,
            ExamSessions sessions,
            SkillRecords skills,
            KeptSubjects kept,
            Decisions decisions,
            Policies policies) {
        this.store = store;
        this.sessions = sessions;
        this.skills = skills;
        this.kept = kept;
        this.decisions = decisions;
        this.policies = policies;
    }

    /** Publishes everybody's result; returns how many passed. */
    int publish(
            Actor actor, SessionView view, List<SeatView> seats, DivisionCode city, LocalDate on) {
        var marks = store.loadMarks(view.id(), city);
        var passed = 0;
        for (var seat : seats) {
            var own = marks.getOrDefault(seat.examinee(), Map.of());
            passed += publish(actor, view, seat, city, new Outcome(own, on)) ? 1 : 0;
        }
        return passed;
    }

    /** What somebody scored, and when it is published. */
    private record Outcome(Map<ScoredSubject, Mark> marks, LocalDate on) {
        Map<ScoredSubject, BigDecimal> scores() {
            var scores = new EnumMap<ScoredSubject, BigDecimal>(ScoredSubject.class);
            marks.forEach((subject, mark) -> {
                if (mark.score() != null) {
                    scores.put(subject, mark.score());
                }
            });
            return scores;
        }
    }

    private boolean publish(
            Actor actor, SessionView view, SeatView seat, DivisionCode city, Outcome outcome) {
        var law = law(view);
        var resit = seat.subjects().size() < law.terms().of(seat.level()).subjects().size();
        var scores = outcome.scores();
        if (resit) {
            kept.marks(skill(seat), keptOn(view)).forEach(scores::putIfAbsent);
        }
        var open = new PassRule(law).open(seat.level(), scores);
        var decision = decide(actor, view, seat, city, scores);
        store.insertResult(
                new ResultView(
                        view.id(),
                        seat.examinee(),
                        seat.person(),
                        seat.name(),
                        city,
                        seat.occupation(),
                        seat.level(),
                        shown(outcome),
                        voided(outcome),
                        open.isEmpty(),
                        open,
                        decision,
                        outcome.on()));
        if (!open.isEmpty()) {
            keep(actor, view, seat, outcome, open);
        }
        if (resit) {
            skills.add(
                    actor,
                    seat.person(),
                    fact(seat, SkillKind.RESIT_USED, null, outcome.on(), null));
        }
        return open.isEmpty();
    }

    private static Map<ScoredSubject, @Nullable BigDecimal> shown(Outcome outcome) {
        var shown = new TreeMap<ScoredSubject, @Nullable BigDecimal>();
        outcome.marks().forEach((subject, mark) -> shown.put(subject, mark.score()));
        return shown;
    }

    private static Set<ScoredSubject> voided(Outcome outcome) {
        return outcome.marks().values().stream()
                .filter(Mark::voided)
                .map(Mark::subject)
                .collect(Collectors.toSet());
    }

    private InForce<PassTerms> law(SessionView view) {
        return policies.book()
                .in(view.heading().jurisdiction(), view.days().theoryOn())
                .require(PassTerms.class);
    }

    /**
     * The day for which a resit was granted: who is moved to another day by the province loses none
     * of what was kept.
     */
    private LocalDate keptOn(SessionView view) {
        var parent = view.parent();
        return parent == null ? view.days().theoryOn() : sessions.outline(parent).days().theoryOn();
    }

    private static KeptSubjects.Skill skill(SeatView seat) {
        return new KeptSubjects.Skill(seat.person(), seat.occupation(), seat.level());
    }

    private UUID decide(
            Actor actor,
            SessionView view,
            SeatView seat,
            DivisionCode city,
            Map<ScoredSubject, BigDecimal> scores) {
        var facts = JSON.createObjectNode();
        facts.put("jurisdiction", view.heading().jurisdiction().value());
        facts.put("level", seat.level().code());
        var marks = facts.putObject("scores");
        scores.forEach((subject, score) -> marks.put(subject.code(), score));
        return decisions
                .decide(
                        actor,
                        new DecisionDraft(
                                new DecisionDraft.About("examinee", seat.examinee().toString()),
                                PassTopic.NAME,
                                seat.examinee().toString(),
                                facts.toString(),
                                city,
                                null))
                .id();
    }

    /** What was passed is kept as long as the law of the day of publication says. */
    private void keep(
            Actor actor,
            SessionView view,
            SeatView seat,
            Outcome outcome,
            List<ScoredSubject> open) {
        var law =
                policies.book()
                        .in(view.heading().jurisdiction(), outcome.on())
                        .require(ResitTerms.class);
        var until = new ResitRule(law).until(outcome.on());
        for (var subject : outcome.marks().keySet()) {
            if (!open.contains(subject)) {
                skills.add(
                        actor,
                        seat.person(),
                        fact(seat, SkillKind.SUBJECT_KEPT, subject, outcome.on(), until));
            }
        }
    }

    /** Why a result is what it is; at a resit, with the marks kept from before. */
    Scores.Explained explain(SessionView view, ResultView result, LocalDate today) {
        var law = law(view);
        var skill = new KeptSubjects.Skill(result.person(), result.occupation(), result.level());
        var scores = new EnumMap<ScoredSubject, BigDecimal>(ScoredSubject.class);
        result.marks()
                .forEach((subject, mark) -> {
                    if (mark != null) {
                        scores.put(subject, mark);
                    }
                });
        var before = new EnumMap<ScoredSubject, BigDecimal>(ScoredSubject.class);
        if (result.marks().size() < law.terms().of(result.level()).subjects().size()) {
            before.putAll(kept.marks(skill, keptOn(view)));
            before.keySet().removeAll(result.marks().keySet());
        }
        scores.putAll(before);
        return new Scores.Explained(
                new PassRule(law).judge(result.level(), scores),
                before,
                result.passed() ? null : resit(view, skill, result, today));
    }

    /**
     * Whether a resit is open to somebody whose result was just published; null where nothing is
     * kept. Of whoever sat for everything the result itself says it.
     */
    @Nullable Ruling resitAfter(SessionView view, ResultView result, LocalDate today) {
        if (result.marks().size() < law(view).terms().of(result.level()).subjects().size()) {
            return explain(view, result, today).resit();
        }
        return result.state() == ResultState.KEPT
                ? resit(
                        view,
                        result.occupation(),
                        new KeptSubjects.Standing(
                                result.publishedOn(), result.publishedOn(), Set.of(), 0),
                        today)
                : null;
    }

    /** Null unless something of this or an earlier result is kept. */
    private @Nullable Ruling resit(
            SessionView view, KeptSubjects.Skill skill, ResultView result, LocalDate today) {
        return kept.standing(skill, today)
                .filter(standing -> !result.publishedOn().isBefore(standing.since()))
                .map(standing -> resit(view, result.occupation(), standing, today))
                .orElse(null);
    }

    private Ruling resit(
            SessionView view, String occupation, KeptSubjects.Standing standing, LocalDate today) {
        var book = policies.book();
        var law =
                book.in(view.heading().jurisdiction(), standing.publishedOn())
                        .require(ResitTerms.class);
        return new ResitRule(law)
                .judge(
                        standing.publishedOn(),
                        standing.resitsUsed(),
                        Catalogue.in(book).cancelled(occupation, today),
                        today);
    }

    private static SkillFact fact(
            SeatView seat,
            SkillKind kind,
            @Nullable ScoredSubject subject,
            LocalDate since,
            @Nullable LocalDate until) {
        return new SkillFact(
                new KeptSubjects.Key(kind, seat.session(), seat.examinee(), subject).text(),
                kind,
                new SkillFact.Skill(
                        seat.occupation(),
                        null,
                        seat.level(),
                        subject == null ? null : subject.name()),
                new SkillFact.Proof(MODULE, null, seat.ticket()),
                since,
                until);
    }
}
