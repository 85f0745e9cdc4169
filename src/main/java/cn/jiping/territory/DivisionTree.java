package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tree on every day, built from all changes and found consistent; an immutable value. A
 * revision names one state of the records.
 */
final class DivisionTree {
    private final UUID revision;
    private final List<DivisionChange> changes;
    private final Map<DivisionCode, Life> lives;
    private final NavigableMap<LocalDate, Snapshot> days;

    private DivisionTree(
            UUID revision, List<DivisionChange> changes, Map<DivisionCode, Life> lives) {
        this.revision = revision;
        this.changes = changes;
        this.lives = lives;
        this.days = new TreeMap<>();
        for (var change : changes) {
            days.computeIfAbsent(change.decree().day(), day -> Snapshot.of(lives, day));
        }
    }

    /**
     * @throws TerritoryRefused if the changes do not make a tree on every day
     */
    static DivisionTree of(UUID revision, List<DivisionChange> changes) {
        var inOrder =
                changes.stream()
                        .sorted(
                                Comparator.comparing((DivisionChange c) -> c.decree().day())
                                        .thenComparing(DivisionChange::code))
                        .toList();
        var lives = new TreeMap<DivisionCode, Life>();
        inOrder.stream()
                .collect(Collectors.groupingBy(DivisionChange::code))
                .forEach((code, of) -> lives.put(code, Life.of(code, of)));
        var tree = new DivisionTree(revision, inOrder, lives);
        tree.requireConsistency();
        return tree;
    }

    /**
     * @throws TerritoryRefused if the tree would not be one on every day
     */
    DivisionTree with(List<DivisionChange> more) {
        return of(revision, Stream.concat(changes.stream(), more.stream()).toList());
    }

    /**
     * @throws TerritoryRefused if later decrees rest on this one
     */
    DivisionTree without(UUID decree) {
        return of(revision, changes.stream().filter(c -> !c.decree().id().equals(decree)).toList());
    }

    private void requireConsistency() {
        days.keySet().forEach(this::requireTree);
        for (var change : changes) {
            var day = change.decree().day();
            if (change.fact() instanceof DivisionChange.Ended(var heir) && !lives(heir, day)) {
                throw TerritoryRefused.heirNotInForce(change.code(), heir, day);
            }
            if (change.fact() instanceof DivisionChange.Ceded(var to) && !lives(to, day)) {
                throw TerritoryRefused.heirNotInForce(change.code(), to, day);
            }
        }
    }

    private void requireTree(LocalDate day) {
        var names = new HashSet<String>();
        for (var division : all(day)) {
            requirePlace(division, day);
            if (!names.add(division.parent() + " " + division.name())) {
                throw TerritoryRefused.nameTaken(division.name(), division.code(), day);
            }
        }
    }

    private void requirePlace(Division division, LocalDate day) {
        var parent = division.parent();
        if (division.level() == DivisionLevel.PROVINCE) {
            if (parent != null) {
                throw TerritoryRefused.provinceUnderAnother(division.code());
            }
            return;
        }
        var above = Optional.ofNullable(parent).flatMap(code -> find(code, day));
        if (parent == null || above.isEmpty()) {
            throw TerritoryRefused.withoutParent(division.code(), day);
        }
        if (!above.get().level().above(division.level())) {
            throw TerritoryRefused.wrongLevel(division.code(), parent);
        }
    }

    UUID revision() {
        return revision;
    }

    private Snapshot snapshot(LocalDate on) {
        var entry = days.floorEntry(on);
        return entry == null ? Snapshot.EMPTY : entry.getValue();
    }

    boolean lives(DivisionCode code, LocalDate on) {
        return find(code, on).isPresent();
    }

    boolean knows(DivisionCode code) {
        return lives.containsKey(code);
    }

    Optional<Division> find(DivisionCode code, LocalDate on) {
        return snapshot(on).find(code);
    }

    /** The place, known at any time, as it is nearest to the day. */
    Optional<Division> nearest(DivisionCode code, LocalDate day) {
        return Optional.ofNullable(lives.get(code)).map(life -> life.nearest(day));
    }

    /** Every place in force on the day, by code. */
    List<Division> all(LocalDate on) {
        return List.copyOf(snapshot(on).places());
    }

    List<Division> childrenOf(@Nullable DivisionCode parent, LocalDate on) {
        return all(on).stream()
                .filter(division ->
                        parent == null
                                ? division.parent() == null
                                : parent.equals(division.parent()))
                .toList();
    }

    /** The place and, upwards, those it lies in. */
    List<Division> lineOf(DivisionCode code, LocalDate on) {
        var line = new ArrayList<Division>();
        var next = find(code, on);
        while (next.isPresent()) {
            var division = next.get();
            line.addFirst(division);
            next = Optional.ofNullable(division.parent()).flatMap(parent -> find(parent, on));
        }
        return line;
    }

    Set<DivisionCode> jurisdictionOf(DivisionCode place, LocalDate on) {
        return snapshot(on).jurisdictionOf(place);
    }

    List<Division> named(String part, LocalDate on) {
        return all(on).stream()
                .filter(d -> d.name().contains(part) || d.code().value().equals(part))
                .toList();
    }

    /** All that at any time bear such a name or code, as they are nearest to the day. */
    List<Division> everNamed(String part, LocalDate day) {
        return lives.values().stream()
                .filter(life -> life.isEverCalled(part))
                .map(life -> life.nearest(day))
                .toList();
    }

    List<DivisionChange> changesOf(DivisionCode code) {
        return changes.stream().filter(change -> change.concerns(code)).toList();
    }

    Optional<Decree> decree(UUID id) {
        return changes.stream()
                .map(DivisionChange::decree)
                .filter(decree -> decree.id().equals(id))
                .findFirst();
    }

    List<DivisionChange> changesBy(UUID decree) {
        return changes.stream().filter(c -> c.decree().id().equals(decree)).toList();
    }

    /** Whose jurisdiction differs on the day between this tree and the other. */
    List<Shift> shiftsTo(DivisionTree other, LocalDate on) {
        return Stream.concat(all(on).stream(), other.all(on).stream())
                .map(Division::code)
                .distinct()
                .sorted()
                .map(code -> shift(code, other, on))
                .filter(Shift::isReal)
                .toList();
    }

    private Shift shift(DivisionCode code, DivisionTree other, LocalDate on) {
        var name =
                other.find(code, on)
                        .or(() -> find(code, on))
                        .map(Division::name)
                        .orElse(code.value());
        return new Shift(code, name, jurisdictionOf(code, on), other.jurisdictionOf(code, on));
    }
}
