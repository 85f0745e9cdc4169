package cn.jiping.person;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.person.PersonStore.Mark;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 人员合并: who looks like the same person twice, proposed by one office worker, confirmed by another,
 * undone exactly. Nothing of either record moves; the absorbed id only resolves to the kept one.
 */
@Service
public class PersonMerges {
    private final PersonStore persons;
    private final PersonListStore lists;
    private final LinkStore links;
    private final MergeStore merges;
    private final Persons views;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PersonSettings settings;

    PersonMerges(
            PersonStore persons,
            PersonListStore lists,
            LinkStore links,
            MergeStore merges,
            Persons views,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            PersonSettings settings) {
        this.persons = persons;
        this.lists = lists;
        this.links = links;
        this.merges = merges;
        this.views = views;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    /** 疑似重复: a pair, both of whom the scope covers. */
    public record Pair(
            UUID id,
            PersonView one,
            PersonView other,
            List<AlikeReason> reasons,
            Instant foundAt) {}

    /** A merge with the names of both. */
    public record Row(Merge merge, String kept, String absorbed) {}

    @Transactional(readOnly = true)
    public Slice<Pair> duplicates(Scope scope, Paging paging) {
        var pairs =
                merges.listAlike(scope, paging).stream()
                        .flatMap(alike -> pair(scope, alike).stream())
                        .toList();
        return new Slice<>(pairs, merges.countAlike(scope), paging);
    }

    @Transactional(readOnly = true)
    public Optional<Pair> duplicate(Scope scope, UUID id) {
        return merges.findAlike(scope, id).flatMap(alike -> pair(scope, alike));
    }

    private Optional<Pair> pair(Scope scope, MergeStore.Alike alike) {
        return views.find(scope, alike.one())
                .flatMap(one ->
                        views.find(scope, alike.other())
                                .map(other ->
                                        new Pair(
                                                alike.id(),
                                                one,
                                                other,
                                                alike.reasons(),
                                                alike.foundAt())));
    }

    /** Says that the two are different people; the pair is not shown again. */
    @Transactional
    public void dismiss(Actor actor, UUID duplicate, String reason) {
        var why = Reasons.checked(reason, settings.shortestReason());
        var alike =
                merges.findAlike(actor.scope(), duplicate)
                        .orElseThrow(() -> new NotFound("duplicate", duplicate));
        if (!merges.dismiss(duplicate, new Mark(actor.name(), clock.instant()), why)) {
            throw new Stale(List.of(), null, null);
        }
        audit.record(
                actor,
                Act.of("person.duplicate-dismissed", "person", alike.one())
                        .changing("other", null, alike.other())
                        .because(why));
    }

    /**
     * @throws PersonRefused if either is absorbed, erased or in another merge
     */
    @Transactional
    public UUID propose(Actor actor, PersonId kept, PersonId absorbed, String reason) {
        var step = step(actor, Reasons.checked(reason, settings.shortestReason()));
        requireVisible(actor, kept);
        requireVisible(actor, absorbed);
        requireActive(kept);
        requireActive(absorbed);
        var merge = Merge.propose(Ids.next(), new Merge.Pair(kept, absorbed), step);
        if (merges.loadOpen(List.of(kept, absorbed)).isPresent() || !merges.insert(merge)) {
            throw PersonRefused.alreadyInAMerge();
        }
        audit.record(actor, act("person.merge-proposed", merge).because(step.why()));
        return merge.id();
    }

    /**
     * Makes the two one.
     *
     * @throws PersonRefused if the same person proposed it, or it was decided already
     * @throws Stale if either person was changed at the same moment
     */
    @Transactional
    public void confirm(Actor actor, UUID id, int version) {
        var merge = require(actor, id, version).confirm(step(actor, ""));
        save(merge);
        var pair = merge.pair();
        advance(requireActive(pair.kept()));
        advance(requireActive(pair.absorbed()));
        persons.changeState(pair.absorbed(), PersonState.ABSORBED, pair.kept());
        links.copyLinks(pair.absorbed(), pair.kept(), id);
        merges.inheritAlike(pair, clock.instant());
        audit.record(actor, act("person.merged", merge).because(merge.proposed().why()));
        events.publishEvent(new PersonEvent.Merged(pair.kept(), pair.absorbed()));
    }

    @Transactional
    public void reject(Actor actor, UUID id, int version) {
        var merge = require(actor, id, version).reject(step(actor, ""));
        save(merge);
        audit.record(actor, act("person.merge-rejected", merge));
    }

    /**
     * Parts the two again, as they were.
     *
     * @throws PersonRefused if it is not in effect, or the kept person was absorbed in turn
     */
    @Transactional
    public void undo(Actor actor, UUID id, int version, String reason) {
        var step = step(actor, Reasons.checked(reason, settings.shortestReason()));
        var merge = require(actor, id, version).undo(step);
        save(merge);
        var pair = merge.pair();
        advance(requireActive(pair.kept()));
        persons.changeState(pair.absorbed(), PersonState.ACTIVE, null);
        links.removeLinks(id, pair.kept());
        audit.record(actor, act("person.parted", merge).because(step.why()));
        events.publishEvent(new PersonEvent.Parted(pair.kept(), pair.absorbed()));
    }

    @Transactional(readOnly = true)
    public Slice<Row> merges(Scope scope, Paging paging) {
        var page = merges.listMerges(scope, paging);
        var names = names(page);
        return new Slice<>(
                page.stream().map(merge -> row(merge, names)).toList(),
                merges.countMerges(scope),
                paging);
    }

    @Transactional(readOnly = true)
    public Optional<Row> merge(Scope scope, UUID id) {
        return merges.findMerge(scope, id).map(merge -> row(merge, names(List.of(merge))));
    }

    private Map<PersonId, String> names(List<Merge> page) {
        var ids =
                page.stream()
                        .flatMap(m -> Stream.of(m.pair().kept(), m.pair().absorbed()))
                        .collect(Collectors.toSet());
        return persons.loadAll(ids).stream()
                .collect(Collectors.toMap(PersonStore.Core::id, PersonStore.Core::name));
    }

    private static Row row(Merge merge, Map<PersonId, String> names) {
        return new Row(
                merge,
                names.getOrDefault(merge.pair().kept(), ""),
                names.getOrDefault(merge.pair().absorbed(), ""));
    }

    private Merge require(Actor actor, UUID id, int version) {
        var merge =
                merges.findMerge(actor.scope(), id).orElseThrow(() -> new NotFound("merge", id));
        if (merge.version() != version) {
            throw stale(merge);
        }
        return merge;
    }

    private void save(Merge merge) {
        if (!merges.save(merge)) {
            throw stale(merge);
        }
    }

    private static Stale stale(Merge merge) {
        return new Stale(List.of(), merge.proposed().by().name(), merge.proposed().at());
    }

    private void requireVisible(Actor actor, PersonId person) {
        if (lists.listVisible(actor.scope(), List.of(person)).isEmpty()) {
            throw new NotFound("person", person);
        }
    }

    private PersonStore.Core requireActive(PersonId person) {
        return persons.load(person)
                .filter(core -> core.state() == PersonState.ACTIVE)
                .orElseThrow(PersonRefused::notActive);
    }

    private void advance(PersonStore.Core core) {
        if (!persons.advance(core.id(), core.version())) {
            throw new Stale(List.of(), null, null);
        }
    }

    private Merge.Step step(Actor actor, String why) {
        return new Merge.Step(Merge.Party.of(actor), clock.instant(), why);
    }

    private static Act act(String code, Merge merge) {
        return Act.of(code, "person", merge.pair().kept())
                .changing("absorbed", null, merge.pair().absorbed())
                .changing("merge", null, merge.id());
    }
}
