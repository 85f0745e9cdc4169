package cn.jiping.score;

import cn.jiping.catalog.Catalogue;
import cn.jiping.exam.SeatView;
import cn.jiping.person.SkillEntry;
import cn.jiping.person.SkillFact;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
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
import java.util.stream.Stream;
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
    private final SkillRecords skills;
    private final Decisions decisions;
    private final Policies policies;

    Results(ScoreStore store, SkillRecords skills, Decisions decisions, Policies policies) {
        this.store = store;
        this.skills = skills;
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
        var kept = kept(seat, view.days().theoryOn());
        var scores = outcome.scores();
        var open =
                new PassRule(law)
                        .open(seat.level(), scores).stream()
                                .filter(subject -> !kept.contains(subject))
                                .toList();
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
        if (seat.subjects().size() < law.terms().of(seat.level()).subjects().size()) {
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

    /** The subjects somebody had passed before, as far as they count on the day of examination. */
    private Set<ScoredSubject> kept(SeatView seat, LocalDate examOn) {
        return skills.of(seat.person(), examOn).stream()
                .map(SkillEntry::fact)
                .filter(fact -> fact.kind() == SkillKind.SUBJECT_KEPT)
                .filter(fact -> fact.skill().occupation().equals(seat.occupation()))
                .filter(fact -> fact.skill().level() == seat.level())
                .map(fact -> fact.skill().subject())
                .flatMap(Stream::ofNullable)
                .map(ScoredSubject::valueOf)
                .collect(Collectors.toSet());
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

    /** Why a result is what it is; a subject kept from before counts as passed. */
    Scores.Explained explain(SessionView view, ResultView result, LocalDate today) {
        var law = law(view);
        var scores = new EnumMap<ScoredSubject, BigDecimal>(ScoredSubject.class);
        for (var subject : law.terms().of(result.level()).subjects()) {
            var mark = result.marks().get(subject);
            if (mark != null) {
                scores.put(subject, mark);
            } else if (!result.open().contains(subject)) {
                scores.put(subject, BigDecimal.valueOf(law.terms().passMark()));
            }
        }
        return new Scores.Explained(
                new PassRule(law).judge(result.level(), scores),
                result.passed() ? null : resit(view, result, today));
    }

    private Ruling resit(SessionView view, ResultView result, LocalDate today) {
        var book = policies.book();
        var law =
                book.in(view.heading().jurisdiction(), result.publishedOn())
                        .require(ResitTerms.class);
        var used =
                skills.history(result.person()).stream()
                        .map(SkillEntry::fact)
                        .filter(fact -> fact.kind() == SkillKind.RESIT_USED)
                        .filter(fact -> fact.skill().occupation().equals(result.occupation()))
                        .filter(fact -> fact.skill().level() == result.level())
                        .count();
        return new ResitRule(law)
                .judge(
                        result.publishedOn(),
                        Math.toIntExact(used),
                        Catalogue.in(book).cancelled(result.occupation(), today),
                        today);
    }

    private static SkillFact fact(
            SeatView seat,
            SkillKind kind,
            @Nullable ScoredSubject subject,
            LocalDate since,
            @Nullable LocalDate until) {
        var key =
                kind.name()
                        + ":"
                        + seat.session()
                        + ":"
                        + seat.examinee()
                        + (subject == null ? "" : ":" + subject);
        return new SkillFact(
                key,
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
