package cn.jiping.registration;

import cn.jiping.shared.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 审核环节. */
public enum ReviewStage {
    /** 初审: by a named full-time reviewer of the accepting body. */
    FIRST(Role.BODY_ELIGIBILITY_REVIEWER, ApplicationStatus.FIRST_REVIEW),
    /** 复审: by the city. */
    SECOND(Role.CITY_REVIEWER, ApplicationStatus.SECOND_REVIEW);

    private final Role reviewer;
    private final ApplicationStatus waiting;

    ReviewStage(Role reviewer, ApplicationStatus waiting) {
        this.reviewer = reviewer;
        this.waiting = waiting;
    }

    public Role reviewer() {
        return reviewer;
    }

    /** How an application stands that waits for this stage. */
    public ApplicationStatus waiting() {
        return waiting;
    }

    static Optional<ReviewStage> of(@Nullable Role role) {
        for (var stage : values()) {
            if (stage.reviewer == role) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
