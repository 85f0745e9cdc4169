package cn.jiping.draw;

import cn.jiping.draw.Progress.Cause;
import cn.jiping.draw.Progress.Commitment;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.draw.Progress.FixedValue;
import cn.jiping.draw.Progress.Outcome;
import cn.jiping.draw.Progress.Replacement;
import cn.jiping.draw.Progress.Reveal;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 抽取: announced, bound by two secrets and a public value, drawn. Each step asks first whether it
 * has been taken already by the same hand with the same content; then nothing changes.
 */
final class Draw {
    private final Announced announced;
    private final String text;
    private final String hash;
    private final int version;
    private Progress progress;

    Draw(Announced announced, String text, Progress progress, int version) {
        this.announced = announced;
        this.text = text;
        this.hash = Sha256.of(text);
        this.progress = progress;
        this.version = version;
    }

    static Draw announce(Announced announced) {
        return new Draw(
                announced, AnnouncementJson.write(announced).canonical(), Progress.begun(), 0);
    }

    DrawId id() {
        return announced.id();
    }

    Announced announced() {
        return announced;
    }

    /** The canonical text of the announcement, which the hash is taken of. */
    String text() {
        return text;
    }

    String hash() {
        return hash;
    }

    Progress progress() {
        return progress;
    }

    DrawStatus status() {
        return progress.status();
    }

    int version() {
        return version;
    }

    /**
     * @return whether anything changed
     * @throws DrawRefused if the seat is not the actor's, the other party is the same person, the
     *     time is over, or the party bound itself already
     */
    boolean commit(Party party, String value, Actor actor, Instant now) {
        requireSeat(party, actor);
        var standing = progress.commitments().get(party);
        var by = Signature.of(actor, now);
        if (standing != null && standing.value().equals(value) && standing.by().sameHandAs(by)) {
            return false;
        }
        if (status() != DrawStatus.ANNOUNCED || standing != null) {
            throw standing == null ? DrawRefused.over(status()) : DrawRefused.alreadyCommitted();
        }
        if (!now.isBefore(announced.times().commitBy())) {
            throw DrawRefused.tooLateToCommit(announced.times().commitBy());
        }
        requireOtherHand(party, by);
        var commitments = new EnumMap<Party, Commitment>(Party.class);
        commitments.putAll(progress.commitments());
        commitments.put(party, new Commitment(value, by));
        progress = progress.with(commitments);
        if (commitments.size() == Party.values().length) {
            moveTo(DrawStatus.COMMITTED);
        }
        return true;
    }

    /**
     * @return whether anything changed
     * @throws DrawRefused before both commitments or the announced instant, after the deadline, or
     *     if another value stands
     */
    boolean fix(String value, String reference, Actor actor, Instant now) {
        var standing = progress.publicValue();
        if (standing != null) {
            if (standing.value().equals(value) && standing.reference().equals(reference)) {
                return false;
            }
            throw DrawRefused.valueAlreadyFixed();
        }
        if (status() == DrawStatus.ANNOUNCED) {
            throw DrawRefused.commitmentsMissing();
        }
        if (status() != DrawStatus.COMMITTED) {
            throw DrawRefused.over(status());
        }
        if (now.isBefore(announced.times().publicValueFrom())) {
            throw DrawRefused.valueTooEarly(announced.times().publicValueFrom());
        }
        requireBeforeRevealDeadline(now);
        progress = progress.with(new FixedValue(value, reference, Signature.of(actor, now)));
        moveTo(DrawStatus.VALUE_FIXED);
        return true;
    }

    /**
     * @return whether anything changed
     * @throws DrawRefused if the seat is not the actor's, the public value is not fixed, the time
     *     is over, or the secret is not the one committed to
     */
    boolean reveal(Party party, Secret secret, Actor actor, Instant now) {
        requireSeat(party, actor);
        var standing = progress.reveals().get(party);
        if (standing != null && standing.secret().equals(secret)) {
            return false;
        }
        if (status() == DrawStatus.ANNOUNCED || status() == DrawStatus.COMMITTED) {
            throw DrawRefused.revealTooEarly();
        }
        if (status() != DrawStatus.VALUE_FIXED) {
            throw DrawRefused.over(status());
        }
        requireBeforeRevealDeadline(now);
        var by = Signature.of(actor, now);
        requireOtherHand(party, by);
        var committed = progress.commitments().get(party);
        if (committed == null
                || !committed.value().equals(Formulas.commitment(hash, party, secret))) {
            throw DrawRefused.wrongSecret();
        }
        var reveals = new EnumMap<Party, Reveal>(Party.class);
        reveals.putAll(progress.reveals());
        reveals.put(party, new Reveal(secret, by));
        progress = progress.revealing(reveals);
        if (reveals.size() == Party.values().length) {
            moveTo(DrawStatus.REVEALED);
        }
        return true;
    }

    /** 种子, once both secrets are known. */
    Optional<String> seed() {
        var value = progress.publicValue();
        var a = progress.reveals().get(Party.A);
        var b = progress.reveals().get(Party.B);
        return value == null || a == null || b == null
                ? Optional.empty()
                : Optional.of(Formulas.seed(hash, a.secret(), b.secret(), value.value()));
    }

    /**
     * @return whether anything changed
     * @throws DrawRefused if there is no seed yet or never will be
     */
    boolean draw(Instant now) {
        if (status() == DrawStatus.DRAWN) {
            return false;
        }
        if (status() != DrawStatus.REVEALED) {
            throw status().running() ? DrawRefused.noSeedYet() : DrawRefused.over(status());
        }
        var result = drawing().by(seed().orElseThrow());
        progress = progress.with(new Outcome(now, result.drawn(), result.alternates()));
        moveTo(DrawStatus.DRAWN);
        return true;
    }

    /** Those drawn and not replaced, and those who replaced them. */
    Set<String> selection() {
        var outcome = progress.outcome();
        var numbers = new LinkedHashSet<String>();
        if (outcome != null) {
            outcome.drawn().forEach(pick -> numbers.add(pick.number()));
        }
        for (var replacement : progress.replacements()) {
            numbers.remove(replacement.leaving());
            numbers.add(replacement.entering());
        }
        return numbers;
    }

    /** The alternates not yet called, in order. */
    List<String> alternatesLeft() {
        var outcome = progress.outcome();
        if (outcome == null) {
            return List.of();
        }
        var called =
                progress.replacements().stream()
                        .map(Replacement::entering)
                        .collect(Collectors.toSet());
        return outcome.alternates().stream()
                .map(Pick::number)
                .filter(number -> !called.contains(number))
                .toList();
    }

    /**
     * Takes the next alternate in drawn order in place of one who leaves.
     *
     * @return the replacement, or empty if this one has left already
     * @throws DrawRefused if nothing is drawn, it is not in the selection, or no alternate fits
     */
    Optional<Replacement> replace(
            String leaving, Cause cause, String note, Actor actor, Instant now) {
        if (status() != DrawStatus.DRAWN) {
            throw DrawRefused.notDrawn();
        }
        if (progress.replacements().stream().anyMatch(r -> r.leaving().equals(leaving))) {
            return Optional.empty();
        }
        var selection = selection();
        if (!selection.contains(leaving)) {
            throw DrawRefused.notInSelection(leaving);
        }
        var entering =
                drawing()
                        .replacing(leaving, selection, alternatesLeft())
                        .orElseThrow(() -> DrawRefused.noAlternate(leaving));
        var replacement = new Replacement(leaving, entering, cause, note, Signature.of(actor, now));
        var replacements = new ArrayList<>(progress.replacements());
        replacements.add(replacement);
        progress = progress.with(replacements);
        return Optional.of(replacement);
    }

    /**
     * @return whether anything changed
     * @throws DrawRefused once a secret is revealed: whoever can guess the outcome could no longer
     *     be kept from choosing it
     */
    boolean cancel(String reason, Actor actor, Instant now) {
        if (status() == DrawStatus.CANCELLED) {
            return false;
        }
        if (status() == DrawStatus.FAILED) {
            throw DrawRefused.over(status());
        }
        if (!progress.reveals().isEmpty()) {
            throw DrawRefused.tooLateToCancel();
        }
        end(
                new Ending(Ending.Kind.CANCELLED, Set.of(), reason, Signature.of(actor, now)),
                DrawStatus.CANCELLED);
        return true;
    }

    /** Ends the draw openly if a deadline passed without the step it was set for. */
    boolean failIfOverdue(Actor program, Instant now) {
        var times = announced.times();
        var committing = status() == DrawStatus.ANNOUNCED && !now.isBefore(times.commitBy());
        var revealing =
                (status() == DrawStatus.COMMITTED || status() == DrawStatus.VALUE_FIXED)
                        && !now.isBefore(times.revealBy());
        if (!committing && !revealing) {
            return false;
        }
        var kind =
                committing
                        ? Ending.Kind.NOT_COMMITTED
                        : status() == DrawStatus.COMMITTED
                                ? Ending.Kind.NO_PUBLIC_VALUE
                                : Ending.Kind.NOT_REVEALED;
        end(new Ending(kind, missing(kind), "", Signature.of(program, now)), DrawStatus.FAILED);
        return true;
    }

    private Set<Party> missing(Ending.Kind kind) {
        var missing = EnumSet.allOf(Party.class);
        switch (kind) {
            case NOT_COMMITTED -> missing.removeAll(progress.commitments().keySet());
            case NOT_REVEALED -> missing.removeAll(progress.reveals().keySet());
            case NO_PUBLIC_VALUE, CANCELLED -> missing.clear();
        }
        return missing;
    }

    private void end(Ending ending, DrawStatus status) {
        progress = progress.with(ending);
        moveTo(status);
    }

    private void requireSeat(Party party, Actor actor) {
        if (!Seating.maySit(actor, announced.seats().of(party).sitter(), announced.heading())) {
            throw DrawRefused.notYourSeat(announced.seats().of(party).label());
        }
    }

    private void requireOtherHand(Party party, Signature by) {
        var other = progress.commitments().get(party.other());
        if (other != null && other.by().sameHandAs(by)) {
            throw DrawRefused.samePerson();
        }
    }

    private void requireBeforeRevealDeadline(Instant now) {
        if (!now.isBefore(announced.times().revealBy())) {
            throw DrawRefused.tooLateToReveal(announced.times().revealBy());
        }
    }

    private Drawing drawing() {
        return new Drawing(announced.rules(), announced.pool().entries());
    }

    private void moveTo(DrawStatus next) {
        if (!status().mayBecome(next)) {
            throw new IllegalStateException(status() + " cannot become " + next);
        }
        progress = progress.becoming(next);
    }
}
