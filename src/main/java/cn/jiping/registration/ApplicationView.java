package cn.jiping.registration;

import cn.jiping.payment.FeeItem;
import cn.jiping.payment.OrderId;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 申报详情: {@code due} is until when the next step must be taken, where one is awaited. */
public record ApplicationView(
        ApplicationId id,
        About about,
        ApplicationForm form,
        ApplicationStatus status,
        @Nullable Term due,
        @Nullable Signature inHand,
        @Nullable Submitted submitted,
        List<Review> reviews,
        @Nullable OrderId order,
        @Nullable Ended ended,
        int version) {
    public ApplicationView {
        reviews = List.copyOf(reviews);
    }

    /** Who applies for what, and where; names as of the day it was begun. */
    public record About(
            SessionId session,
            String title,
            PersonId person,
            String name,
            Place place,
            Subject subject,
            Instant begunAt,
            @Nullable Resit resit,
            @Nullable AtCounter counter) {

        /** 报考科目: what is sat for, and paid. */
        public List<FeeItem> subjects() {
            return resit == null || !resit.offered() ? List.of(FeeItem.values()) : resit.open();
        }
    }

    /** 受理地. */
    public record Place(DivisionCode city, String cityName, BodyId body, String bodyName) {}

    /** 申报职业等级. */
    public record Subject(OfferingId offering, String occupation, SkillLevel level) {}

    /** 提交: by the law of the day of application. */
    public record Submitted(String condition, UUID decision, LocalDate appliedOn, Signature by) {}

    /** 终结. */
    public record Ended(EndedWhy why, String note, Instant at) {}

    /** Whether the person may take it back to change it: nobody has looked at it yet. */
    public boolean mayBeTakenBack() {
        return status == ApplicationStatus.FIRST_REVIEW && reviews.isEmpty() && inHand == null;
    }

    static ApplicationView of(Application application) {
        var progress = application.progress();
        return new ApplicationView(
                application.id(),
                about(application.opening()),
                application.form(),
                progress.status(),
                progress.due(),
                progress.inHand(),
                submitted(progress.submission()),
                progress.reviews(),
                progress.order(),
                ended(progress.ending()),
                application.version());
    }

    private static About about(Application.Opening opening) {
        var place = opening.place();
        var subject = opening.subject();
        return new About(
                opening.session(),
                opening.title(),
                opening.person(),
                opening.name(),
                new Place(place.city(), place.cityName(), place.body(), place.bodyName()),
                new Subject(subject.offering(), subject.occupation(), subject.level()),
                opening.at(),
                opening.resit(),
                opening.counter());
    }

    private static @Nullable Submitted submitted(Application.@Nullable Submission submission) {
        return submission == null
                ? null
                : new Submitted(
                        submission.condition(),
                        submission.decision(),
                        submission.appliedOn(),
                        submission.by());
    }

    private static @Nullable Ended ended(Application.@Nullable Ending ending) {
        return ending == null ? null : new Ended(ending.why(), ending.note(), ending.at());
    }
}
