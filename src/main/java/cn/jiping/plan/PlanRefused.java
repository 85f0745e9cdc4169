package cn.jiping.plan;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 计划拒绝: why a session was not opened, announced or changed. */
public final class PlanRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PlanRefused(String code, @Nullable Source source, Object... arguments) {
        super("plan." + code, source, arguments);
    }

    static PlanRefused notOffered(String occupation, String level, String why, Source source) {
        return new PlanRefused("not-offered", source, occupation, level, why);
    }

    static PlanRefused sessionExists(String code) {
        return new PlanRefused("session-exists", null, code);
    }

    static PlanRefused samePerson() {
        return new PlanRefused("same-person", null);
    }

    static PlanRefused notADraft() {
        return new PlanRefused("not-a-draft", null);
    }

    static PlanRefused notAnnounced() {
        return new PlanRefused("not-announced", null);
    }

    static PlanRefused registrationOver(LocalDate closedOn, Source source) {
        return new PlanRefused("registration-over", source, closedOn.toString());
    }

    static PlanRefused bodyElsewhere(String body) {
        return new PlanRefused("body-elsewhere", null, body);
    }

    /** {@code why}: the reason in words. */
    static PlanRefused anotherDay(String day, String why, Source source) {
        return new PlanRefused("another-day", source, day, why);
    }

    static PlanRefused partsOfAnotherDay() {
        return new PlanRefused("parts-of-another-day", null);
    }

    static PlanRefused acceptingAlready(String body) {
        return new PlanRefused("accepting-already", null, body);
    }
}
