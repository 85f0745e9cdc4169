package cn.jiping.registration;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 报名拒绝: why a step of an application was not taken. */
public final class RegistrationRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private RegistrationRefused(String code, @Nullable Source source, Object... arguments) {
        super("registration." + code, source, arguments);
    }

    /** Outside the window; {@code said} is the ruling's reason in words. */
    static RegistrationRefused windowClosed(String said, Source source) {
        return new RegistrationRefused("window-closed", source, said);
    }

    static RegistrationRefused termOver(LocalDate until, Source source) {
        return new RegistrationRefused("term-over", source, until.toString());
    }

    /** No condition is met; {@code said} is why, in words. */
    static RegistrationRefused notEligible(String said, Source source) {
        return new RegistrationRefused("not-eligible", source, said);
    }

    static RegistrationRefused conditionNotMet(String condition) {
        return new RegistrationRefused("condition-not-met", null, condition);
    }

    /** {@code what}: the steps still to be filled in, in words. */
    static RegistrationRefused incomplete(String what) {
        return new RegistrationRefused("incomplete", null, what);
    }

    static RegistrationRefused noAcceptingBody(String city) {
        return new RegistrationRefused("no-accepting-body", null, city);
    }

    static RegistrationRefused notIdentified() {
        return new RegistrationRefused("not-identified", null);
    }

    static RegistrationRefused alreadyApplied(String occupation) {
        return new RegistrationRefused("already-applied", null, occupation);
    }

    static RegistrationRefused notWritable() {
        return new RegistrationRefused("not-writable", null);
    }

    static RegistrationRefused notToTakeBack() {
        return new RegistrationRefused("not-to-take-back", null);
    }

    static RegistrationRefused ended() {
        return new RegistrationRefused("ended", null);
    }

    static RegistrationRefused notForReview() {
        return new RegistrationRefused("not-for-review", null);
    }

    static RegistrationRefused inOtherHands(String name) {
        return new RegistrationRefused("in-other-hands", null, name);
    }

    static RegistrationRefused sameReviewer() {
        return new RegistrationRefused("same-reviewer", null);
    }

    static RegistrationRefused returnedAlready() {
        return new RegistrationRefused("returned-already", null);
    }
}
