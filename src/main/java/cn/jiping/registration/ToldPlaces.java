package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import java.util.List;

/**
 * 另行通知的考核地点: where and when somebody is examined who is not at the same hour as all others;
 * implemented by the module that holds the exams.
 */
public interface ToldPlaces {
    /** One sentence for each, in the order of the subjects; empty as long as nothing is told. */
    List<String> of(SessionId session, ApplicationId application);
}
