package cn.jiping.plan;

import cn.jiping.shared.Actor;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 统一鉴定批次: drafted by one person, announced by another; afterwards its days stand. */
final class ExamSession {
    private final SessionId id;
    private final SessionHeading heading;
    private final SessionDays days;
    private final List<Offering> offerings;
    private final @Nullable SessionId parent;
    private final Signature drafted;
    private SessionStatus status;
    private @Nullable Signature announced;
    private String discardReason;
    private final int version;

    ExamSession(SessionId id, Content content, Progress progress, int version) {
        this.id = id;
        this.heading = content.heading();
        this.days = content.days();
        this.offerings = List.copyOf(content.offerings());
        this.parent = content.parent();
        this.drafted = progress.drafted();
        this.status = progress.status();
        this.announced = progress.announced();
        this.discardReason = progress.discardReason();
        this.version = version;
    }

    /**
     * What was drafted; it never changes.
     *
     * @param parent the session in which those registered who sit in this one; null for all others
     */
    record Content(
            SessionHeading heading,
            SessionDays days,
            List<Offering> offerings,
            @Nullable SessionId parent) {}

    /** How far it came. */
    record Progress(
            SessionStatus status,
            Signature drafted,
            @Nullable Signature announced,
            String discardReason) {}

    static ExamSession draft(Content content, Signature by) {
        return new ExamSession(
                SessionId.next(), content, new Progress(SessionStatus.DRAFT, by, null, ""), 0);
    }

    /** 改期场次: announced at once by the one who decides on the day. */
    static ExamSession announced(Content content, Signature by) {
        return new ExamSession(
                SessionId.next(), content, new Progress(SessionStatus.ANNOUNCED, by, by, ""), 0);
    }

    /**
     * 公告.
     *
     * @throws PlanRefused if it is no draft, by the person who drafted it, or registration would be
     *     over already
     */
    PlanEvent.SessionAnnounced announce(Actor actor, LocalDate today, Instant now) {
        requireDraft();
        var by = Signature.of(actor, now);
        if (by.sameHandAs(drafted)) {
            throw PlanRefused.samePerson();
        }
        var closesOn = days.windows().closesOn();
        if (today.isAfter(closesOn)) {
            throw PlanRefused.registrationOver(closesOn, days.source());
        }
        moveTo(SessionStatus.ANNOUNCED);
        announced = by;
        return new PlanEvent.SessionAnnounced(id, now);
    }

    /** 作废. */
    void discard(String reason) {
        requireDraft();
        moveTo(SessionStatus.DISCARDED);
        discardReason = reason;
    }

    private void requireDraft() {
        if (status != SessionStatus.DRAFT) {
            throw PlanRefused.notADraft();
        }
    }

    private void moveTo(SessionStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(status + " cannot become " + next);
        }
        status = next;
    }

    SessionId id() {
        return id;
    }

    SessionHeading heading() {
        return heading;
    }

    SessionDays days() {
        return days;
    }

    List<Offering> offerings() {
        return offerings;
    }

    @Nullable SessionId parent() {
        return parent;
    }

    Progress progress() {
        return new Progress(status, drafted, announced, discardReason);
    }

    int version() {
        return version;
    }
}
