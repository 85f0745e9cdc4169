package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** 审核轮次: what a city has to review of a session at one stage. */
interface ReviewRoundStore {
    record Round(SessionId session, DivisionCode city, ReviewStage stage) {}

    /** False if the round is known. */
    boolean begin(Round round, Instant dueAt);

    /** False if it was over before. */
    boolean end(Round round);

    List<Round> loadOver(Instant now, int atMost);

    /** Ends the round unless an application of it stands so; false too if it was over before. */
    boolean endUnless(Round round, Set<ApplicationStatus> statuses);
}
