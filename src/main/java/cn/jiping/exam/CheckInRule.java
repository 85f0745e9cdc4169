package cn.jiping.exam;

import cn.jiping.policy.InForce;
import java.time.LocalTime;

/** 签到时间: from when one may sign in for a subject that begins at an hour, and until when. */
record CheckInRule(InForce<CheckInTerms> law) {
    LocalTime from(LocalTime starts) {
        return starts.minusMinutes(law.terms().opensBefore());
    }

    /** The first moment that is too late. */
    LocalTime until(LocalTime starts) {
        return starts.plusMinutes(law.terms().lateAfter());
    }
}
