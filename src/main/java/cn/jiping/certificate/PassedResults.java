package cn.jiping.certificate;

import cn.jiping.plan.SessionId;
import java.util.Optional;
import java.util.UUID;

/**
 * 成绩来源: where results are kept. A certificate is issued on what is found here and never on what a
 * caller says, so that nobody can be said to have passed.
 */
public interface PassedResults {
    Optional<PassedResult> find(SessionId session, UUID result);
}
