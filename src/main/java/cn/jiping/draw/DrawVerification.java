package cn.jiping.draw;

import cn.jiping.draw.DrawVerification.Check.Outcome;
import cn.jiping.draw.Progress.Ending;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 验算: repeats a draw from its published record alone and says for each step whether the record
 * agrees. Stops where going on would mean nothing.
 */
public final class DrawVerification {
    private final List<Check> checks = new ArrayList<>();
    private boolean complete;

    private DrawVerification() {}

    /**
     * One step.
     *
     * @param code the text stands under {@code draw.verify.<code>}, what differs under {@code
     *     draw.verify.<code>.differs}
     */
    public record Check(String code, Outcome outcome, List<Object> arguments) {
        public Check {
            arguments = List.copyOf(arguments);
        }

        /** What came of it. */
        public enum Outcome {
            /** 一致. */
            AGREES,
            /** 不一致. */
            DIFFERS,
            /** 尚未发生. */
            NOT_YET
        }
    }

    public static DrawVerification of(String record) {
        return of(record, null);
    }

    /**
     * @param noted the announcement's hash as somebody noted it when the draw was announced
     */
    public static DrawVerification of(String record, @Nullable String noted) {
        var verification = new DrawVerification();
        try {
            if (Json.read(record) instanceof Json.Obj json) {
                verification.verify(json, noted);
            } else {
                throw new MalformedRecord("kind", "");
            }
        } catch (MalformedRecord e) {
            verification.differs("readable", e.fault(), e.where());
        }
        return verification;
    }

    public List<Check> checks() {
        return List.copyOf(checks);
    }

    /** Whether nothing in the record contradicts the repetition. */
    public boolean agrees() {
        return checks.stream().noneMatch(check -> check.outcome() == Outcome.DIFFERS);
    }

    /** Whether the draw has a result or has ended without one. */
    public boolean complete() {
        return complete;
    }

    private void verify(Json.Obj record, @Nullable String noted) {
        if (!same("format", Formulas.FORMAT, record.text("format"))) {
            return;
        }
        var announcement = record.object("announcement");
        var announced = AnnouncementJson.read(announcement);
        var hash = AnnouncementJson.hash(announcement);
        same("announcement", hash, record.text("announcementHash"));
        if (noted != null) {
            same("noted", hash, noted);
        }
        partsOf(announcement);
        if (!pool(announced)) {
            return;
        }
        commitments(announced, record);
        if (publicValue(announced, record)) {
            secretsAndSeed(hash, record)
                    .ifPresent(seed ->
                            result(
                                    new Drawing(announced.rules(), announced.pool().entries()),
                                    seed,
                                    record));
        }
        record.findObject("ended")
                .ifPresent(ended -> ended(ended, record.find("result").isPresent()));
    }

    private void partsOf(Json.Obj announcement) {
        for (var part : List.of("rules", "pool", "exclusions")) {
            same(
                    part,
                    AnnouncementJson.hash(announcement.member(part)),
                    announcement.text(part + "Hash"));
        }
    }

    private boolean pool(Announced announced) {
        var faults = AnnouncementFaults.inSubstance(announced.rules(), announced.pool());
        if (!faults.isEmpty()) {
            differs("pool-form", faults.getFirst().field(), faults.getFirst().code());
            return false;
        }
        var numbers = announced.pool().entries().stream().map(PoolEntry::number).toList();
        var sorted = numbers.stream().sorted().toList();
        check("pool-form", numbers.equals(sorted), numbers.size());
        return true;
    }

    private void commitments(Announced announced, Json.Obj record) {
        var commitments = record.object("commitments");
        for (var party : Party.values()) {
            var label = announced.seats().of(party).label();
            var commitment = commitments.findObject(party.name());
            if (commitment.isEmpty()) {
                notYet("commitment", label);
            } else {
                var at = instant(commitment.get(), "at");
                check(
                        "commitment",
                        at.isBefore(announced.times().commitBy()) && !at.isBefore(announced.at()),
                        label,
                        Moments.print(at),
                        Moments.print(announced.times().commitBy()));
            }
        }
    }

    private boolean publicValue(Announced announced, Json.Obj record) {
        var value = record.findObject("publicValue");
        if (value.isEmpty()) {
            notYet("public-value");
            return false;
        }
        var at = instant(value.get(), "fixedAt");
        var from = announced.times().publicValueFrom();
        check(
                "public-value",
                !at.isBefore(from)
                        && !from.isBefore(announced.times().commitBy())
                        && at.isBefore(announced.times().revealBy()),
                value.get().text("value"),
                Moments.print(at),
                Moments.print(from));
        return true;
    }

    private Optional<String> secretsAndSeed(String hash, Json.Obj record) {
        var reveals = record.findObject("reveals").orElseGet(() -> Json.object().end());
        var a = secret(Party.A, hash, record, reveals);
        var b = secret(Party.B, hash, record, reveals);
        var stated = record.findText("seed");
        if (a.isEmpty() || b.isEmpty()) {
            notYet("seed");
            return Optional.empty();
        }
        var value = record.object("publicValue").text("value");
        var seed = Formulas.seed(hash, a.get(), b.get(), value);
        return same("seed", seed, stated.orElse("")) ? Optional.of(seed) : Optional.empty();
    }

    private Optional<Secret> secret(Party party, String hash, Json.Obj record, Json.Obj reveals) {
        var reveal = reveals.findObject(party.name());
        if (reveal.isEmpty()) {
            notYet("secret", party.name());
            return Optional.empty();
        }
        var value = reveal.get().text("secret");
        var salt = reveal.get().text("salt");
        if (!Secret.wellFormed(value, salt)) {
            differs("secret", party.name(), "", "");
            return Optional.empty();
        }
        var secret = new Secret(value, salt);
        var committed =
                record.object("commitments")
                        .findObject(party.name())
                        .map(commitment -> commitment.text("value"))
                        .orElse("");
        var repeated = Formulas.commitment(hash, party, secret);
        check("secret", repeated.equals(committed), party.name(), repeated, committed);
        return Optional.of(secret);
    }

    private void result(Drawing drawing, String seed, Json.Obj record) {
        var result = record.findObject("result");
        if (result.isEmpty()) {
            notYet("drawn");
            return;
        }
        complete = true;
        var repeated = drawing.by(seed);
        samePicks("drawn", repeated.drawn(), result.get().objects("drawn"));
        samePicks("alternates", repeated.alternates(), result.get().objects("alternates"));
        replacements(drawing, repeated, record.objects("replacements"));
    }

    private void samePicks(String code, List<Pick> repeated, List<Json.Obj> stated) {
        var picks = stated.stream().map(p -> new Pick(p.text("number"), p.text("key"))).toList();
        for (var rank = 0; rank < Math.max(repeated.size(), picks.size()); rank++) {
            var ours = rank < repeated.size() ? repeated.get(rank) : new Pick("", "");
            var theirs = rank < picks.size() ? picks.get(rank) : new Pick("", "");
            if (!ours.equals(theirs)) {
                differs(code, rank + 1, ours.number(), ours.key(), theirs.number(), theirs.key());
                return;
            }
        }
        agrees(code, picks.size());
    }

    private void replacements(Drawing drawing, Drawing.Result result, List<Json.Obj> stated) {
        var selection = new LinkedHashSet<String>();
        result.drawn().forEach(pick -> selection.add(pick.number()));
        var left = new ArrayList<>(result.alternates().stream().map(Pick::number).toList());
        for (var replacement : stated) {
            var leaving = replacement.text("leaving");
            var entering = replacement.text("entering");
            var ours =
                    selection.contains(leaving)
                            ? drawing.replacing(leaving, selection, left).orElse("")
                            : "";
            if (!ours.equals(entering) || ours.isEmpty()) {
                differs("replacements", leaving, ours, entering);
                return;
            }
            selection.remove(leaving);
            selection.add(entering);
            left.remove(entering);
        }
        agrees("replacements", stated.size());
    }

    private void ended(Json.Obj ended, boolean withResult) {
        complete = true;
        var kind = ended.text("kind");
        if (Stream.of(Ending.Kind.values()).noneMatch(known -> known.name().equals(kind))) {
            throw new MalformedRecord("value", "ended.kind");
        }
        check(
                withResult ? "ended-with-result" : "ended-" + kind,
                !withResult,
                Moments.print(instant(ended, "at")));
    }

    private static Instant instant(Json.Obj json, String name) {
        try {
            return Instant.parse(json.text(name));
        } catch (DateTimeException e) {
            throw new MalformedRecord("value", name);
        }
    }

    private boolean same(String code, String repeated, String stated) {
        return check(code, repeated.equals(stated), repeated, stated);
    }

    private boolean check(String code, boolean holds, Object... arguments) {
        checks.add(new Check(code, holds ? Outcome.AGREES : Outcome.DIFFERS, List.of(arguments)));
        return holds;
    }

    private void agrees(String code, Object... arguments) {
        check(code, true, arguments);
    }

    private void differs(String code, Object... arguments) {
        check(code, false, arguments);
    }

    private void notYet(String code, Object... arguments) {
        checks.add(new Check(code, Outcome.NOT_YET, List.of(arguments)));
    }
}
