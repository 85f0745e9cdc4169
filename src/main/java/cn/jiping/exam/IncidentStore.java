package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

interface IncidentStore {
    Optional<UUID> loadByClientKey(SessionId session, String clientKey);

    /** False if another entry corrects the same one. */
    boolean insert(Incident incident, String clientKey);

    /** Of one city, the latest first. */
    List<Incident> list(Scope scope, SessionId session, DivisionCode city);

    /** Of all cities of the scope, or of the one that is asked for. */
    Slice<Incident> page(Scope scope, SessionId session, IncidentFilter filter, Paging paging);

    void export(Scope scope, SessionId session, IncidentFilter filter, Consumer<Incident> each);
}
