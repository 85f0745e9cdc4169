package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.payment.OrderId;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 申报: one person's application for one occupation and level of a session. */
final class Application {
    private final ApplicationId id;
    private final Opening opening;
    private final List<Review> reviews;
    private final int reviewedBefore;
    private final int version;
    private ApplicationForm form;
    private ApplicationStatus status;
    private @Nullable Term due;
    private @Nullable Signature inHand;
    private @Nullable Submission submission;
    private @Nullable OrderId order;
    private @Nullable Ending ending;

    Application(
            ApplicationId id,
            Opening opening,
            ApplicationForm form,
            Progress progress,
            int version) {
        this.id = id;
        this.opening = opening;
        this.form = form;
        this.reviews = new ArrayList<>(progress.reviews());
        this.reviewedBefore = reviews.size();
        this.version = version;
        this.status = progress.status();
        this.due = progress.due();
        this.inHand = progress.inHand();
        this.submission = progress.submission();
        this.order = progress.order();
        this.ending = progress.ending();
    }

    /**
     * 申报对象: who applies for what, where; names as of the day it was begun.
     *
     * @param resit null if nothing was passed before
     * @param counter null if the person applied themselves
     */
    record Opening(
            SessionId session,
            String title,
            PersonId person,
            String name,
            Place place,
            Subject subject,
            Instant at,
            @Nullable Resit resit,
            @Nullable AtCounter counter) {

        /** 缴费科目: what is sat for, and paid. */
        List<FeeItem> subjects() {
            return resit == null || !resit.offered() ? List.of(FeeItem.values()) : resit.open();
        }
    }

    /** 受理地: the city and the body that accepts its applications. */
    record Place(DivisionCode city, String cityName, BodyId body, String bodyName) {}

    /** 申报职业等级. */
    record Subject(OfferingId offering, String occupation, SkillLevel level) {}

    /**
     * 提交: the condition claimed, the kept decision that found it met, by the law of which day, and
     * by whom.
     */
    record Submission(String condition, UUID decision, LocalDate appliedOn, Signature by) {}

    /** 终结: why an application came to nothing. */
    record Ending(EndedWhy why, String note, Instant at) {}

    /** How far it came. */
    record Progress(
            ApplicationStatus status,
            @Nullable Term due,
            @Nullable Signature inHand,
            @Nullable Submission submission,
            List<Review> reviews,
            @Nullable OrderId order,
            @Nullable Ending ending) {}

    static Application begin(ApplicationId id, Opening opening, Terms terms) {
        return new Application(
                id,
                opening,
                ApplicationForm.empty(),
                new Progress(
                        ApplicationStatus.DRAFT,
                        terms.of(ApplicationStatus.DRAFT, ReviewStage.FIRST),
                        null,
                        null,
                        List.of(),
                        null,
                        null),
                0);
    }

    /**
     * @throws RegistrationRefused if it is handed in or has ended
     */
    void write(ApplicationForm form) {
        requireWritable();
        this.form = form;
    }

    private void requireWritable() {
        if (!status.writable()) {
            throw RegistrationRefused.notWritable();
        }
    }

    /** 提交: a correction goes back to the stage that asked for it. */
    void submit(Submission submission, Terms terms) {
        requireWritable();
        this.submission = submission;
        moveTo(
                status == ApplicationStatus.DRAFT
                        ? ApplicationStatus.FIRST_REVIEW
                        : asking().waiting(),
                terms);
    }

    /** How many of its reviews were written when it was read. */
    int reviewedBefore() {
        return reviewedBefore;
    }

    /** The stage that looked at it last. */
    private ReviewStage asking() {
        return reviews.isEmpty() ? ReviewStage.FIRST : reviews.getLast().stage();
    }

    /**
     * 取回修改: before anybody has reviewed it or taken it in hand.
     *
     * @throws RegistrationRefused if a review has begun
     */
    void takeBack(Terms terms) {
        if (status != ApplicationStatus.FIRST_REVIEW || !reviews.isEmpty() || inHand != null) {
            throw RegistrationRefused.notToTakeBack();
        }
        submission = null;
        moveTo(ApplicationStatus.DRAFT, terms);
    }

    /**
     * 撤回.
     *
     * @throws RegistrationRefused if it has ended
     */
    void withdraw(String reason, Instant now, Terms terms) {
        if (!status.mayBecome(ApplicationStatus.WITHDRAWN)) {
            throw RegistrationRefused.ended();
        }
        end(ApplicationStatus.WITHDRAWN, EndedWhy.WITHDRAWN, reason, now, terms);
    }

    /**
     * 认领: takes it in hand for review, from a colleague too.
     *
     * @throws RegistrationRefused if it does not wait for this stage
     */
    void take(ReviewStage stage, Signature by) {
        requireWaitingFor(stage);
        inHand = by;
    }

    /**
     * 放回.
     *
     * @throws RegistrationRefused if it does not wait for this stage
     */
    void release(ReviewStage stage) {
        requireWaitingFor(stage);
        inHand = null;
    }

    private void requireWaitingFor(ReviewStage stage) {
        if (status != stage.waiting()) {
            throw RegistrationRefused.notForReview();
        }
    }

    /**
     * 审核.
     *
     * @throws RegistrationRefused if it does not wait for this stage, a colleague has it in hand,
     *     the same hand reviewed it first, or it was asked for more before
     */
    void review(Review review, Terms terms) {
        requireWaitingFor(review.stage());
        if (inHand != null && !inHand.sameHandAs(review.by())) {
            throw RegistrationRefused.inOtherHands(inHand.name());
        }
        if (review.stage() == ReviewStage.SECOND && reviewedFirstBy(review.by())) {
            throw RegistrationRefused.sameReviewer();
        }
        if (review.outcome() == Outcome.RETURNED && returnedBefore()) {
            throw RegistrationRefused.returnedAlready();
        }
        reviews.add(review);
        var next = after(review);
        if (next == ApplicationStatus.REFUSED) {
            end(next, EndedWhy.REFUSED, review.note(), review.by().at(), terms);
        } else {
            moveTo(next, terms);
        }
    }

    private static ApplicationStatus after(Review review) {
        return switch (review.outcome()) {
            case PASSED ->
                    switch (review.stage()) {
                        case FIRST -> ApplicationStatus.SECOND_REVIEW;
                        case SECOND -> ApplicationStatus.ADMITTED;
                    };
            case RETURNED -> ApplicationStatus.RETURNED;
            case REFUSED -> ApplicationStatus.REFUSED;
        };
    }

    private boolean reviewedFirstBy(Signature hand) {
        return reviews.stream()
                .filter(review -> review.stage() == ReviewStage.FIRST)
                .anyMatch(review -> review.by().sameHandAs(hand));
    }

    boolean returnedBefore() {
        return reviews.stream().anyMatch(review -> review.outcome() == Outcome.RETURNED);
    }

    /** 开立缴费: under which order the fee is paid. */
    void charge(OrderId order) {
        this.order = order;
    }

    /** 缴费到账; false if it does not wait for it. */
    boolean confirm(Terms terms) {
        if (status != ApplicationStatus.ADMITTED) {
            return false;
        }
        moveTo(ApplicationStatus.CONFIRMED, terms);
        return true;
    }

    /** 逾期未缴费; false if it does not wait for payment. */
    boolean lapseUnpaid(Instant now, Terms terms) {
        if (status != ApplicationStatus.ADMITTED) {
            return false;
        }
        end(ApplicationStatus.LAPSED, EndedWhy.NOT_PAID, "", now, terms);
        return true;
    }

    /**
     * 到期: what the end of a term leads to; false if it has none or time left. What the body left
     * unreviewed goes on to the city: the applicant does not answer for the body.
     */
    boolean expire(Instant now, Terms terms) {
        var term = due;
        if (term == null || !term.overAt(now)) {
            return false;
        }
        switch (status) {
            case DRAFT -> lapse(EndedWhy.NOT_HANDED_IN, now, terms);
            case RETURNED -> lapse(EndedWhy.NOT_CORRECTED, now, terms);
            case FIRST_REVIEW -> moveTo(ApplicationStatus.SECOND_REVIEW, terms);
            case SECOND_REVIEW -> lapse(EndedWhy.NOT_REVIEWED, now, terms);
            case ADMITTED, CONFIRMED, REFUSED, LAPSED, WITHDRAWN ->
                    throw new IllegalStateException(status + " has no term of its own");
        }
        return true;
    }

    private void lapse(EndedWhy why, Instant now, Terms terms) {
        end(ApplicationStatus.LAPSED, why, "", now, terms);
    }

    private void end(ApplicationStatus how, EndedWhy why, String note, Instant now, Terms terms) {
        moveTo(how, terms);
        ending = new Ending(why, note, now);
    }

    private void moveTo(ApplicationStatus next, Terms terms) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException(id + " cannot go from " + status + " to " + next);
        }
        status = next;
        due = terms.of(next, asking());
        inHand = null;
    }

    /** 本人, or the clerk of the county at whose counter it was made. */
    boolean filledInBy(Actor actor) {
        return opening.person().equals(actor.person()) || heldAtCounterBy(actor);
    }

    boolean heldAtCounterBy(Actor actor) {
        var counter = opening.counter();
        return counter != null
                && actor.role() == Role.COUNTY_CLERK
                && actor.scope().covers(counter.county());
    }

    /** 提交过的. */
    Submission requireSubmission() {
        return Objects.requireNonNull(submission, "Never handed in: " + id);
    }

    ApplicationId id() {
        return id;
    }

    Opening opening() {
        return opening;
    }

    ApplicationForm form() {
        return form;
    }

    ApplicationStatus status() {
        return status;
    }

    Progress progress() {
        return new Progress(status, due, inHand, submission, List.copyOf(reviews), order, ending);
    }

    int version() {
        return version;
    }
}
