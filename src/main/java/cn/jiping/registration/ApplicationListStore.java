package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was handed in, for those who review it. */
interface ApplicationListStore {
    Slice<ApplicationRow> list(Scope scope, ApplicationFilter filter, Paging paging);

    void export(Scope scope, ApplicationFilter filter, Consumer<ApplicationRow> each);

    List<Reviews.Session> listSessions(Scope scope);

    /** How many wait for the stage. */
    long count(Scope scope, @Nullable SessionId session, ReviewStage stage);

    /** The one handed in first that waits for the stage and nobody else has in hand, but this. */
    Optional<ApplicationId> findNext(
            Scope scope,
            SessionId session,
            ReviewStage stage,
            AccountId reviewer,
            ApplicationId but);
}
