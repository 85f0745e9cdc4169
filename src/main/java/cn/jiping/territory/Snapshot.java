package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tree from one change to the next, during which every day is like the other. */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(new TreeMap<>(), Map.of());

    private final SortedMap<DivisionCode, Division> places;

    /** Under a place lie its children, and the ended places whose cases passed to it. */
    private final Map<DivisionCode, List<DivisionCode>> below;

    private Snapshot(
            SortedMap<DivisionCode, Division> places, Map<DivisionCode, List<DivisionCode>> below) {
        this.places = places;
        this.below = below;
    }

    static Snapshot of(Map<DivisionCode, Life> lives, LocalDate day) {
        var places = new TreeMap<DivisionCode, Division>();
        var below = new HashMap<DivisionCode, List<DivisionCode>>();
        lives.forEach((code, life) -> {
            if (life.lives(day)) {
                var place = life.on(day);
                places.put(code, place);
                put(below, place.parent(), code);
            }
            life.heirBy(day).ifPresent(heir -> put(below, heir, code));
        });
        return new Snapshot(places, below);
    }

    private static void put(
            Map<DivisionCode, List<DivisionCode>> below,
            @Nullable DivisionCode above,
            DivisionCode code) {
        if (above != null) {
            below.computeIfAbsent(above, _ -> new ArrayList<>()).add(code);
        }
    }

    Collection<Division> places() {
        return places.values();
    }

    Optional<Division> find(DivisionCode code) {
        return Optional.ofNullable(places.get(code));
    }

    /** The place with everything below it, and below that; empty if it is not in force. */
    Set<DivisionCode> jurisdictionOf(DivisionCode place) {
        var reached = new TreeSet<DivisionCode>();
        var open = new ArrayList<DivisionCode>();
        if (places.containsKey(place)) {
            open.add(place);
        }
        while (!open.isEmpty()) {
            var code = open.removeLast();
            if (reached.add(code)) {
                open.addAll(below.getOrDefault(code, List.of()));
            }
        }
        return reached;
    }
}
