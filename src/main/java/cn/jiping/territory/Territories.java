package cn.jiping.territory;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 行政区划: the tree on any day, whose cases an office sees, and how the tree is changed. */
@Service
public class Territories {
    private static final int LONGEST_TEXT = 500;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final TerritoryStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BusinessClock businessClock;
    private volatile @Nullable DivisionTree known;

    Territories(
            TerritoryStore store,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            BusinessClock businessClock) {
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    public Optional<Division> find(DivisionCode code, LocalDate on) {
        return tree().find(code, on);
    }

    /** The place as it is today, or last was, or is to begin. */
    public Optional<Division> findEver(DivisionCode code) {
        return findEver(code, businessClock.today());
    }

    /**
     * The place as it is on the day; where it is not in force then, as it last was or is to begin.
     */
    public Optional<Division> findEver(DivisionCode code, LocalDate on) {
        return tree().nearest(code, on);
    }

    public List<Division> provinces(LocalDate on) {
        return tree().childrenOf(null, on);
    }

    public List<Division> children(DivisionCode parent, LocalDate on) {
        return tree().childrenOf(parent, on);
    }

    /** Every place in force on the day, by code. */
    public List<Division> all(LocalDate on) {
        return tree().all(on);
    }

    /** The place and those it lies in, the province first; empty if it is not in force that day. */
    public List<Division> line(DivisionCode code, LocalDate on) {
        return tree().lineOf(code, on);
    }

    /**
     * The codes whose cases an office of the place handles on the day: the place, all that lies
     * under it, and all predecessors whose cases passed to any of them. Empty if the place is not
     * in force that day.
     */
    public Set<DivisionCode> jurisdictionOf(DivisionCode place, LocalDate on) {
        return tree().jurisdictionOf(place, on);
    }

    /** Such as 浙江省 · 杭州市 · 西湖区; a place not in force that day stands with its nearest name. */
    public String fullName(DivisionCode code, LocalDate on) {
        var tree = tree();
        var line = tree.lineOf(code, on);
        return line.isEmpty()
                ? tree.nearest(code, on).map(Division::name).orElse(code.value())
                : line.stream().map(Division::name).collect(Collectors.joining(" · "));
    }

    /** Places in force on the day with such a part in the name, or with exactly this code. */
    public List<Division> search(String namePart, LocalDate on) {
        return tree().named(namePart.strip(), on);
    }

    /**
     * Places of any time with such a part in any of their names, as they are nearest to the day.
     */
    public List<Division> searchEver(String namePart, LocalDate on) {
        return tree().everNamed(namePart.strip(), on);
    }

    /** What happened to the place, oldest first; also what came to it from others. */
    public List<DivisionChange> changes(DivisionCode code) {
        return tree().changesOf(code);
    }

    /** What was to happen to the place and was withdrawn, in the order it was recorded. */
    public List<WithdrawnChange> withdrawn(DivisionCode code) {
        return store.loadWithdrawn(code).stream()
                .filter(withdrawn -> withdrawn.change().concerns(code))
                .toList();
    }

    /**
     * What the adjustment would do.
     *
     * @throws TerritoryRefused if it does not fit what is recorded
     */
    public Preview preview(Adjustment adjustment, LocalDate on) {
        var tree = tree();
        var decree = new Decree(Ids.next(), possible(on), "preview", false, "", clock.instant());
        var changes = new Drafting(tree, decree).changes(adjustment);
        return new Preview(tree.revision(), changes, tree.shiftsTo(tree.with(changes), on));
    }

    /**
     * Carries out the adjustment from the day on, which may lie before or after today.
     *
     * @param seen the revision of the preview the administrator confirms
     * @return the decree recorded
     * @throws TerritoryRefused if it does not fit what is recorded
     * @throws Stale if the tree was changed since the preview
     */
    @Transactional
    public UUID adjust(Actor actor, Adjustment adjustment, LocalDate on, String basis, UUID seen) {
        requireAdministrator(actor);
        var decree =
                new Decree(
                        Ids.next(),
                        possible(on),
                        text("basis", basis),
                        false,
                        actor.name(),
                        clock.instant());
        var tree = treeAsOf(seen, decree.basis());
        var changes = new Drafting(tree, decree).changes(adjustment);
        requireScope(actor, changes);
        tree.with(changes);
        advance(tree, decree.id(), actor, decree.basis());
        store.append(decree, changes);
        audit.record(actor, act("territory.adjusted", decree, changes).because(decree.basis()));
        events.publishEvent(new TerritoryEvent.Adjusted(decree.id(), on));
        return decree.id();
    }

    /**
     * Like {@link #adjust(Actor, Adjustment, LocalDate, String, UUID)} on the tree as it stands.
     */
    @Transactional
    public UUID adjust(Actor actor, Adjustment adjustment, LocalDate on, String basis) {
        return adjust(actor, adjustment, on, basis, tree().revision());
    }

    /** What a decree says, and what has become of it. */
    public Optional<RecordedDecree> decree(UUID id) {
        var tree = tree();
        return tree.decree(id)
                .map(decree ->
                        new RecordedDecree(
                                decree,
                                tree.revision(),
                                tree.changesBy(id),
                                decree.day().isAfter(businessClock.today()),
                                null))
                .or(() -> withdrawn(id, tree.revision()));
    }

    private Optional<RecordedDecree> withdrawn(UUID id, UUID revision) {
        var changes = store.loadWithdrawn(id);
        return changes.stream()
                .findFirst()
                .map(first ->
                        new RecordedDecree(
                                first.change().decree(),
                                revision,
                                changes.stream().map(WithdrawnChange::change).toList(),
                                false,
                                first.withdrawal()));
    }

    /**
     * Withdraws an adjustment that is not in force yet.
     *
     * @throws TerritoryRefused if it is in force, or later ones rest on it
     * @throws Stale if the tree was changed meanwhile
     */
    @Transactional
    public void withdraw(Actor actor, UUID decreeId, String reason, UUID seen) {
        requireAdministrator(actor);
        var why = text("reason", reason);
        var tree = treeAsOf(seen, why);
        var decree = tree.decree(decreeId).orElseThrow(() -> new NotFound("decree", decreeId));
        if (!decree.day().isAfter(businessClock.today())) {
            throw TerritoryRefused.alreadyInForce();
        }
        requireScope(actor, tree.changesBy(decreeId));
        tree.without(decreeId);
        var by = advance(tree, Ids.next(), actor, why);
        store.withdraw(decreeId, why, by);
        var changes = tree.changesBy(decreeId);
        audit.record(actor, act("territory.withdrawn", decree, changes).because(why));
        events.publishEvent(new TerritoryEvent.Withdrawn(decreeId, decree.on()));
    }

    private static Act act(String code, Decree decree, List<DivisionChange> changes) {
        var act = Act.of(code, "decree", decree.id()).changing("on", null, decree.on());
        for (var change : changes) {
            var field = change.code() + "." + change.fact().getClass().getSimpleName();
            act = act.changing(field, null, told(change.fact()));
        }
        return act;
    }

    private static Object told(DivisionChange.Fact fact) {
        return switch (fact) {
            case DivisionChange.Began(var name, _, _, _) -> name;
            case DivisionChange.Renamed(var name) -> name;
            case DivisionChange.Moved(var parent) -> parent;
            case DivisionChange.Ended(var heir) -> heir;
            case DivisionChange.Ceded(var to) -> to;
            case DivisionChange.Authorised(var authorised) -> authorised;
        };
    }

    private TerritoryStore.Revision advance(
            DivisionTree tree, UUID next, Actor actor, String wanted) {
        var revision = new TerritoryStore.Revision(next, actor.name(), clock.instant());
        if (!store.advance(tree.revision(), revision)) {
            throw stale(wanted);
        }
        return revision;
    }

    private DivisionTree treeAsOf(UUID seen, String wanted) {
        var tree = tree();
        if (!tree.revision().equals(seen)) {
            throw stale(wanted);
        }
        return tree;
    }

    private Stale stale(String wanted) {
        var now = store.loadRevision();
        var last = tree().decree(now.value()).map(Decree::basis).orElse("");
        return new Stale(
                List.of(new Stale.Change("territory.decree", last, wanted)), now.by(), now.at());
    }

    private static void requireAdministrator(Actor actor) {
        var program = !actor.signedIn() && actor.scope().everywhere();
        if (!program && actor.role() != Role.ADMINISTRATOR) {
            throw TerritoryRefused.notAdministrator();
        }
    }

    /** Every place the changes touch lies within the scope; places they found lie under such. */
    private static void requireScope(Actor actor, List<DivisionChange> changes) {
        var founded =
                changes.stream()
                        .filter(change -> change.fact() instanceof DivisionChange.Began)
                        .map(DivisionChange::code)
                        .collect(Collectors.toSet());
        changes.stream()
                .flatMap(DivisionChange::places)
                .filter(place -> !founded.contains(place))
                .filter(place -> !actor.scope().covers(place))
                .findFirst()
                .ifPresent(place -> {
                    throw TerritoryRefused.outsideScope(place);
                });
        var province =
                changes.stream()
                        .map(DivisionChange::fact)
                        .anyMatch(fact ->
                                fact instanceof DivisionChange.Began began
                                        && began.parent() == null);
        if (province && !actor.scope().everywhere()) {
            throw TerritoryRefused.provinceFounded();
        }
    }

    private static LocalDate possible(LocalDate on) {
        if (on.getYear() < FIRST_YEAR || on.getYear() > LAST_YEAR) {
            throw InvalidInput.of("on", "date-out-of-range");
        }
        return on;
    }

    private static String text(String field, String text) {
        var plain = text.strip();
        var typed =
                plain.codePoints()
                        .allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r');
        if (!typed || plain.isEmpty() || plain.length() > LONGEST_TEXT) {
            throw InvalidInput.of(field, "text-length", 1, LONGEST_TEXT);
        }
        return plain;
    }

    /** The tree as recorded now; built anew only when the records have a new revision. */
    private DivisionTree tree() {
        var revision = store.loadRevision().value();
        var tree = known;
        while (tree == null || !tree.revision().equals(revision)) {
            tree = DivisionTree.of(revision, store.loadChanges());
            revision = store.loadRevision().value();
        }
        known = tree;
        return tree;
    }

    /**
     * 批复 as recorded.
     *
     * @param planned whether it lies ahead and may still be withdrawn
     * @param withdrawal if it was
     */
    public record RecordedDecree(
            Decree decree,
            UUID revision,
            List<DivisionChange> changes,
            boolean planned,
            @Nullable Withdrawal withdrawal) {}

    /** 撤回: why a decree did not take effect, who withdrew it and when. */
    public record Withdrawal(String reason, String by, Instant at) {}

    /** What a withdrawn decree would have done. */
    public record WithdrawnChange(DivisionChange change, Withdrawal withdrawal) {}
}
