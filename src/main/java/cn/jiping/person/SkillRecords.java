package cn.jiping.person;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Stale;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 技能档案: what has been proved about a person, by whom, since when. The stage that proves something
 * writes it here in its own transaction. Entries are never overwritten.
 */
@Service
public class SkillRecords {
    private final Persons persons;
    private final PersonStore store;
    private final SkillStore skills;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PersonSettings settings;

    SkillRecords(
            Persons persons,
            PersonStore store,
            SkillStore skills,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            PersonSettings settings) {
        this.persons = persons;
        this.store = store;
        this.skills = skills;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Records the fact; if its key is recorded already, nothing changes. Returns the entry's id.
     */
    @Transactional
    public UUID add(Actor actor, PersonId person, SkillFact fact) {
        var current = persons.current(person);
        var known = withKey(current, fact.key());
        if (known != null) {
            return known;
        }
        var entry = entry(actor, fact, null, null);
        if (!skills.append(current, entry)) {
            return requireKey(current, fact.key());
        }
        written(actor, current, entry);
        return entry.id();
    }

    /**
     * Puts the right fact in the place of a wrong one, which stays in the history.
     *
     * @throws Stale if it was corrected already
     */
    @Transactional
    public UUID correct(Actor actor, PersonId person, UUID wrong, SkillFact fact, String reason) {
        var why = Reasons.checked(reason, settings.shortestReason());
        var holder = holder(persons.current(person), wrong);
        var entry = entry(actor, fact, wrong, why);
        if (!skills.append(holder, entry)) {
            throw new Stale(List.of(), null, null);
        }
        written(actor, holder, entry);
        return entry.id();
    }

    /** A correction stands beside what it corrects, also if that came with an absorbed person. */
    private PersonId holder(PersonId current, UUID entry) {
        return store.loadCluster(current).stream()
                .filter(member ->
                        skills.loadHistory(List.of(member)).stream()
                                .anyMatch(each -> each.id().equals(entry)))
                .findFirst()
                .orElseThrow(() -> new NotFound("skill entry", entry));
    }

    private SkillEntry entry(
            Actor actor, SkillFact fact, @Nullable UUID supersedes, @Nullable String why) {
        return new SkillEntry(
                Ids.next(), fact, actor.name(), clock.instant(), supersedes, why, false);
    }

    private void written(Actor actor, PersonId person, SkillEntry entry) {
        var fact = entry.fact();
        audit.record(
                actor,
                Act.of(
                                entry.supersedes() == null
                                        ? "person.skill-recorded"
                                        : "person.skill-corrected",
                                "person",
                                person)
                        .at(fact.proof().body())
                        .changing(fact.kind().name(), entry.supersedes(), fact.key())
                        .because(entry.correction()));
        events.publishEvent(new PersonEvent.SkillProved(person, entry.id()));
    }

    private @Nullable UUID withKey(PersonId person, String key) {
        return skills.loadHistory(store.loadCluster(person)).stream()
                .filter(entry -> entry.fact().key().equals(key))
                .map(SkillEntry::id)
                .findFirst()
                .orElse(null);
    }

    private UUID requireKey(PersonId person, String key) {
        var known = withKey(person, key);
        if (known == null) {
            throw new IllegalStateException("Neither written nor known: " + key);
        }
        return known;
    }

    /** What counts on the day. */
    @Transactional(readOnly = true)
    public List<SkillEntry> of(PersonId person, LocalDate on) {
        return history(person).stream()
                .filter(entry -> !entry.superseded() && entry.fact().countsOn(on))
                .toList();
    }

    /** Everything ever recorded, oldest first, what was superseded included. */
    @Transactional(readOnly = true)
    public List<SkillEntry> history(PersonId person) {
        return skills.loadHistory(store.loadCluster(persons.current(person)));
    }
}
