package cn.jiping.exam;

import cn.jiping.policy.InForce;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import java.time.LocalDate;

/** 影像保存期限: until when a recording is kept at least; the day of the recording is not counted. */
record VideoRule(InForce<VideoTerms> law) {

    Finding<LocalDate> keepUntil(LocalDate recordedOn) {
        var keptFor = law.terms().keptFor();
        var until = recordedOn.plus(keptFor);
        return Finding.of(until, Reason.of(VideoReason.KEEP_UNTIL, law.source(), keptFor, until));
    }
}
