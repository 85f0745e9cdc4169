package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.DivisionChange.Authorised;
import cn.jiping.territory.DivisionChange.Began;
import cn.jiping.territory.DivisionChange.Ceded;
import cn.jiping.territory.DivisionChange.Ended;
import cn.jiping.territory.DivisionChange.Moved;
import cn.jiping.territory.DivisionChange.Renamed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The whole life of one code, from its founding to its end. */
final class Life {
    private final DivisionCode code;
    private final LocalDate from;
    private final Began began;
    private @Nullable LocalDate until;
    private @Nullable DivisionCode heir;
    private final NavigableMap<LocalDate, String> names = new TreeMap<>();
    private final NavigableMap<LocalDate, DivisionCode> parents = new TreeMap<>();
    private final NavigableMap<LocalDate, Boolean> authorisations = new TreeMap<>();

    private Life(DivisionCode code, LocalDate from, Began began) {
        this.code = code;
        this.from = from;
        this.began = began;
        names.put(from, began.name());
        if (began.parent() != null) {
            parents.put(from, began.parent());
        }
    }

    /**
     * @throws TerritoryRefused if the changes of the code contradict each other
     */
    static Life of(DivisionCode code, List<DivisionChange> changes) {
        var foundings = changes.stream().filter(c -> c.fact() instanceof Began).toList();
        if (foundings.size() > 1) {
            throw TerritoryRefused.codeUsed(code);
        }
        var founding =
                foundings.stream()
                        .findFirst()
                        .orElseThrow(() ->
                                TerritoryRefused.notInForce(
                                        code, changes.getFirst().decree().day()));
        var life = new Life(code, founding.decree().day(), (Began) founding.fact());
        changes.forEach(life::take);
        changes.forEach(life::requireWithinLife);
        return life;
    }

    private void take(DivisionChange change) {
        var day = change.decree().day();
        switch (change.fact()) {
            case Began _, Ceded _ -> {}
            case Renamed renamed -> put(names, day, renamed.name());
            case Moved moved -> put(parents, day, moved.parent());
            case Authorised mark -> put(authorisations, day, mark.authorised());
            case Ended ended -> {
                if (until != null) {
                    throw TerritoryRefused.notInForce(code, day);
                }
                until = day;
                heir = ended.heir();
            }
        }
    }

    private <T> void put(Map<LocalDate, T> values, LocalDate day, T value) {
        if (values.putIfAbsent(day, value) != null) {
            throw TerritoryRefused.twiceOnOneDay(code, day);
        }
    }

    private void requireWithinLife(DivisionChange change) {
        var day = change.decree().day();
        var ends = change.fact() instanceof Ended || change.fact() instanceof Ceded;
        var lives = ends ? livesBefore(day) : lives(day);
        if (!lives) {
            throw TerritoryRefused.notInForce(code, day);
        }
    }

    boolean lives(LocalDate on) {
        return !on.isBefore(from) && (until == null || on.isBefore(until));
    }

    private boolean livesBefore(LocalDate day) {
        return from.isBefore(day) && (until == null || !day.isAfter(until));
    }

    /** To whom its cases have passed by the day, if it has ended by then. */
    Optional<DivisionCode> heirBy(LocalDate on) {
        return until == null || on.isBefore(until) ? Optional.empty() : Optional.ofNullable(heir);
    }

    Optional<LocalDate> end() {
        return Optional.ofNullable(until);
    }

    Division on(LocalDate day) {
        var parent = parents.floorEntry(day);
        var authorised = authorisations.floorEntry(day);
        return new Division(
                code,
                Objects.requireNonNull(names.floorEntry(day)).getValue(),
                began.level(),
                parent == null ? null : parent.getValue(),
                from.equals(LocalDate.MIN) ? null : from,
                until,
                authorised != null && authorised.getValue(),
                began.ownCode());
    }

    /** As it is on the day; before its time as it is to begin, after it as it last was. */
    Division nearest(LocalDate day) {
        if (day.isBefore(from)) {
            return on(from);
        }
        return on(until == null || day.isBefore(until) ? day : until.minusDays(1));
    }

    boolean isEverCalled(String part) {
        return code.value().equals(part)
                || names.values().stream().anyMatch(name -> name.contains(part));
    }
}
