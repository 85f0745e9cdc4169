package cn.jiping.score;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.function.Consumer;

interface ResultListStore {
    /** The published results of a city, as far as they match. */
    Slice<ResultView> list(
            Scope scope, SessionId session, DivisionCode city, ResultFilter filter, Paging paging);

    void export(
            Scope scope,
            SessionId session,
            DivisionCode city,
            ResultFilter filter,
            Consumer<ResultView> each);
}
