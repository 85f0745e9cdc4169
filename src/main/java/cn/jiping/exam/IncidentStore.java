package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface IncidentStore {
    Optional<UUID> loadByClientKey(SessionId session, String clientKey);

    /** False if another entry corrects the same one. */
    boolean insert(Incident incident, String clientKey);

    /** Of one city, the latest first. */
    List<Incident> list(Scope scope, SessionId session, DivisionCode city);

    /** Of all cities of the scope, the latest first. */
    List<Incident> exportAll(Scope scope, SessionId session);
}
