package cn.jiping.draw;

import cn.jiping.shared.Refusal;
import java.time.Instant;

/** 抽取拒绝: why a step of a draw was not taken. */
public final class DrawRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private DrawRefused(String code, Object... arguments) {
        super("draw." + code, null, arguments);
    }

    static DrawRefused notYourSeat(String label) {
        return new DrawRefused("not-your-seat", label);
    }

    static DrawRefused samePerson() {
        return new DrawRefused("same-person");
    }

    static DrawRefused tooLateToCommit(Instant deadline) {
        return new DrawRefused("too-late-to-commit", Moments.print(deadline));
    }

    static DrawRefused alreadyCommitted() {
        return new DrawRefused("already-committed");
    }

    static DrawRefused commitmentsMissing() {
        return new DrawRefused("commitments-missing");
    }

    static DrawRefused valueTooEarly(Instant from) {
        return new DrawRefused("value-too-early", Moments.print(from));
    }

    static DrawRefused valueAlreadyFixed() {
        return new DrawRefused("value-already-fixed");
    }

    static DrawRefused revealTooEarly() {
        return new DrawRefused("reveal-too-early");
    }

    static DrawRefused tooLateToReveal(Instant deadline) {
        return new DrawRefused("too-late-to-reveal", Moments.print(deadline));
    }

    static DrawRefused wrongSecret() {
        return new DrawRefused("wrong-secret");
    }

    static DrawRefused noSeedYet() {
        return new DrawRefused("no-seed-yet");
    }

    static DrawRefused tooLateToCancel() {
        return new DrawRefused("too-late-to-cancel");
    }

    static DrawRefused over(DrawStatus status) {
        return new DrawRefused("step-over", status.name());
    }

    static DrawRefused notDrawn() {
        return new DrawRefused("not-drawn");
    }

    static DrawRefused notInSelection(String number) {
        return new DrawRefused("not-in-selection", number);
    }

    static DrawRefused noAlternate(String number) {
        return new DrawRefused("no-alternate", number);
    }

    static DrawRefused alreadyRunning(String number) {
        return new DrawRefused("already-running", number);
    }

    static DrawRefused predecessorNotNamed(String number) {
        return new DrawRefused("predecessor-not-named", number);
    }

    static DrawRefused notThePredecessor() {
        return new DrawRefused("not-the-predecessor");
    }

    static DrawRefused mayNotLead() {
        return new DrawRefused("may-not-lead");
    }
}
