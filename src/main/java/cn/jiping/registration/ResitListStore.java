package cn.jiping.registration;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.function.Consumer;

/** Applications for a resit that were handed in. */
interface ResitListStore {
    Slice<ResitRow> list(Scope scope, ResitFilter filter, Paging paging);

    void export(Scope scope, ResitFilter filter, Consumer<ResitRow> each);

    List<Reviews.Session> listSessions(Scope scope);
}
