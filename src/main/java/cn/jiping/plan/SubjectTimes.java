package cn.jiping.plan;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Reason;
import java.util.List;

/** 开考时间: when each subject of a session begins; implemented by the module that holds the exams. */
public interface SubjectTimes {
    /** One reason for each subject, with its source; empty where no document fixes the times. */
    List<Reason> of(Jurisdiction jurisdiction, SessionCode session);
}
