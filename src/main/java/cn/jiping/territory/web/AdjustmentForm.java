package cn.jiping.territory.web;

import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.Adjustment;
import cn.jiping.territory.Adjustment.Founding;
import cn.jiping.territory.DivisionLevel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The fields of every adjustment as typed; which of them count depends on the kind. */
record AdjustmentForm(
        @Nullable String other,
        @Nullable String code,
        @Nullable String name,
        @Nullable String level,
        @Nullable String list,
        @Nullable String on,
        @Nullable String basis) {
    private static final int LONGEST_BASIS = 500;
    private static final int MOST_LINES = 50;

    static AdjustmentForm empty(LocalDate today) {
        return new AdjustmentForm("", "", "", "", "", today.toString(), "");
    }

    /** The adjustment, if the fields make one; otherwise every fault is in the errors. */
    Optional<Order> read(AdjustmentKind kind, DivisionCode place, Errors errors) {
        var day = day(errors);
        var reason = basis(errors);
        var adjustment = adjustment(kind, place, errors);
        return errors.hasErrors() || day == null || adjustment == null
                ? Optional.empty()
                : Optional.of(new Order(adjustment, day, reason));
    }

    private @Nullable LocalDate day(Errors errors) {
        var day = Days.read(text(on));
        if (day.isEmpty()) {
            reject(errors, "on", "day");
        }
        return day.orElse(null);
    }

    private String basis(Errors errors) {
        var reason = text(basis);
        if (reason.isEmpty() || reason.length() > LONGEST_BASIS) {
            reject(errors, "basis", "basis");
        }
        return reason;
    }

    private @Nullable Adjustment adjustment(
            AdjustmentKind kind, DivisionCode place, Errors errors) {
        return switch (kind) {
            case RENAME -> tried(errors, "name", () -> new Adjustment.Rename(place, text(name)));
            case MERGE -> merge(place, errors);
            case SPLIT -> split(place, errors);
            case MOVE -> move(place, errors);
            case CEDE -> cede(place, errors);
            case AUTHORISE -> authorise(place, errors);
            case FOUND -> found(place, errors);
        };
    }

    private @Nullable Adjustment merge(DivisionCode place, Errors errors) {
        var into = code(errors, "code", text(code));
        var also = codes(errors);
        var founded = text(name).isEmpty() ? null : text(name);
        if (into == null) {
            return null;
        }
        var ended = new TreeSet<>(also);
        ended.add(place);
        return tried(errors, "name", () -> new Adjustment.Merge(Set.copyOf(ended), into, founded));
    }

    private @Nullable Adjustment split(DivisionCode place, Errors errors) {
        var parts = foundings(errors);
        var heir = optionalCode(errors);
        return errors.hasErrors()
                ? null
                : tried(errors, "list", () -> new Adjustment.Split(place, parts, heir));
    }

    private @Nullable Adjustment move(DivisionCode place, Errors errors) {
        var parent = chosen(errors);
        var newCode = optionalCode(errors);
        return parent == null ? null : new Adjustment.Move(place, parent, newCode);
    }

    private @Nullable Adjustment cede(DivisionCode place, Errors errors) {
        var to = chosen(errors);
        return to == null ? null : tried(errors, "other", () -> new Adjustment.Cede(place, to));
    }

    /** The other place, picked from a list. */
    private @Nullable DivisionCode chosen(Errors errors) {
        if (text(other).isEmpty()) {
            reject(errors, "other", "choice");
            return null;
        }
        return code(errors, "other", text(other));
    }

    private @Nullable Adjustment authorise(DivisionCode place, Errors errors) {
        return switch (text(other)) {
            case "yes" -> new Adjustment.Authorise(place, true);
            case "no" -> new Adjustment.Authorise(place, false);
            default -> {
                reject(errors, "other", "choice");
                yield null;
            }
        };
    }

    private @Nullable Adjustment found(DivisionCode parent, Errors errors) {
        var own = code(errors, "code", text(code));
        var chosen =
                Arrays.stream(DivisionLevel.values())
                        .filter(each -> each.name().equals(text(level)))
                        .findAny();
        if (chosen.isEmpty()) {
            reject(errors, "level", "choice");
        }
        return own == null || chosen.isEmpty()
                ? null
                : tried(
                        errors,
                        "name",
                        () ->
                                new Adjustment.Found(
                                        new Founding(own, text(name)), chosen.get(), parent));
    }

    private List<Founding> foundings(Errors errors) {
        var lines = lines();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            reject(errors, "list", "parts");
            return List.of();
        }
        try {
            return lines.stream().map(AdjustmentForm::founding).toList();
        } catch (IllegalArgumentException _) {
            reject(errors, "list", "parts");
            return List.of();
        }
    }

    private static Founding founding(String line) {
        var cells = line.split("[\\s,，]+", 2);
        if (cells.length != 2) {
            throw new IllegalArgumentException("No code and name");
        }
        return new Founding(new DivisionCode(cells[0]), cells[1]);
    }

    private Set<DivisionCode> codes(Errors errors) {
        var found = new TreeSet<DivisionCode>();
        for (var line : lines()) {
            var one = code(errors, "list", line);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private List<String> lines() {
        return Stream.of(text(list).split("\\R"))
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private @Nullable DivisionCode optionalCode(Errors errors) {
        return text(code).isEmpty() ? null : code(errors, "code", text(code));
    }

    private static @Nullable DivisionCode code(Errors errors, String field, String text) {
        try {
            return new DivisionCode(text);
        } catch (IllegalArgumentException _) {
            reject(errors, field, "code");
            return null;
        }
    }

    private static @Nullable Adjustment tried(
            Errors errors, String field, Supplier<Adjustment> adjustment) {
        try {
            return adjustment.get();
        } catch (IllegalArgumentException _) {
            reject(errors, field, field.equals("name") ? "name" : "other-place");
            return null;
        }
    }

    private static void reject(Errors errors, String field, String fault) {
        errors.rejectValue(field, "invalid.territory." + fault);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** What the administrator orders: which adjustment, from which day, on which basis. */
    record Order(Adjustment adjustment, LocalDate on, String basis) {}
}
