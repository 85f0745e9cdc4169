package cn.jiping.score;

import cn.jiping.person.SkillEntry;
import cn.jiping.person.SkillFact;
import cn.jiping.person.SkillKind;
import cn.jiping.person.SkillRecords;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 保留的单科成绩: what somebody passed since they last sat for everything. A resit counts against the
 * subjects published before it.
 */
@Component
class KeptSubjects {
    private final ScoreStore store;
    private final SkillRecords skills;

    KeptSubjects(ScoreStore store, SkillRecords skills) {
        this.store = store;
        this.skills = skills;
    }

    /** 职业等级 of a person. */
    record Skill(PersonId person, String occupation, SkillLevel level) {
        private boolean isOf(SkillFact fact) {
            return fact.skill().occupation().equals(occupation) && fact.skill().level() == level;
        }
    }

    /**
     * 现状.
     *
     * @param since when they last sat for everything, as published
     * @param publishedOn when the subjects that would lapse first were published
     */
    record Standing(
            LocalDate since, LocalDate publishedOn, Set<ScoredSubject> kept, int resitsUsed) {
        Standing {
            kept = Set.copyOf(kept);
        }
    }

    /** On a day; empty if nothing was passed, or everything. */
    Optional<Standing> standing(Skill skill, LocalDate on) {
        var known = facts(skill);
        var used = of(known, SkillKind.RESIT_USED).map(SkillFact::since).toList();
        var passed = of(known, SkillKind.SUBJECT_KEPT).toList();
        return passed.stream()
                .map(SkillFact::since)
                .filter(Predicate.not(used::contains))
                .max(Comparator.naturalOrder())
                .filter(since -> !passedSince(skill, since))
                .map(since -> standing(since, passed, used, on));
    }

    private List<SkillFact> facts(Skill skill) {
        return skills.history(skill.person()).stream()
                .filter(entry -> !entry.superseded())
                .map(SkillEntry::fact)
                .filter(skill::isOf)
                .toList();
    }

    private static Stream<SkillFact> of(List<SkillFact> facts, SkillKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind);
    }

    private boolean passedSince(Skill skill, LocalDate since) {
        return store.listOf(Scope.all(), skill.person()).stream()
                .filter(result -> result.occupation().equals(skill.occupation()))
                .filter(result -> result.level() == skill.level())
                .filter(result -> !result.publishedOn().isBefore(since))
                .anyMatch(ResultView::passed);
    }

    private static Standing standing(
            LocalDate since, List<SkillFact> passed, List<LocalDate> used, LocalDate on) {
        var all = passed.stream().filter(fact -> !fact.since().isBefore(since)).toList();
        var kept = all.stream().filter(fact -> !on.isAfter(until(fact))).toList();
        var counted = kept.isEmpty() ? all : kept;
        var published = counted.stream().map(SkillFact::since);
        var publishedOn =
                kept.isEmpty()
                        ? published.max(Comparator.naturalOrder())
                        : published.min(Comparator.naturalOrder());
        var first = publishedOn.orElseThrow();
        return new Standing(
                since,
                first,
                counted.stream().map(KeptSubjects::subject).collect(Collectors.toSet()),
                Math.toIntExact(used.stream().filter(day -> day.isAfter(first)).count()));
    }

    private static LocalDate until(SkillFact fact) {
        return Objects.requireNonNull(fact.until(), "kept without an end");
    }

    private static ScoredSubject subject(SkillFact fact) {
        return ScoredSubject.valueOf(Objects.requireNonNull(fact.skill().subject(), "no subject"));
    }

    /** The marks kept on the day of an examination. */
    Map<ScoredSubject, BigDecimal> marks(Skill skill, LocalDate examOn) {
        var marks = new EnumMap<ScoredSubject, BigDecimal>(ScoredSubject.class);
        skills.of(skill.person(), examOn).stream()
                .map(SkillEntry::fact)
                .filter(fact -> fact.kind() == SkillKind.SUBJECT_KEPT)
                .filter(skill::isOf)
                .forEach(fact -> {
                    var mark = mark(fact);
                    if (mark != null) {
                        marks.put(subject(fact), mark);
                    }
                });
        return marks;
    }

    private @Nullable BigDecimal mark(SkillFact fact) {
        var sitting = Key.of(fact);
        return store.loadResult(sitting.session(), sitting.examinee())
                .map(result -> result.marks().get(subject(fact)))
                .orElse(null);
    }

    /** How this stage names its facts in the skill record. */
    record Key(SkillKind kind, SessionId session, UUID examinee, @Nullable ScoredSubject subject) {
        private static final String BETWEEN = ":";

        String text() {
            return Stream.of(kind, session, examinee, subject)
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(BETWEEN));
        }

        private static Key of(SkillFact fact) {
            var parts = fact.key().split(BETWEEN, -1);
            return new Key(
                    fact.kind(),
                    SessionId.of(parts[1]),
                    UUID.fromString(parts[2]),
                    KeptSubjects.subject(fact));
        }
    }
}
