package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface SmallGroupStore {
    void insert(SmallGroup group, Signature by);

    /** False if somebody was faster. */
    boolean update(SmallGroup group, Signature by);

    /** Who changed it last, be it the program. */
    Optional<Signature> loadHand(SessionId session, UUID group);

    Optional<SmallGroup> load(GroupKey key);

    /** The groups waiting in a city, and those that wait to come to it. */
    List<SmallGroup> loadWaiting(SessionId session, DivisionCode city);

    /** The groups that were pooled into the city for the same occupation and level. */
    List<SmallGroup> loadPooledInto(GroupKey key);

    Optional<SmallGroup> find(Scope scope, SessionId session, UUID id);

    List<SmallGroup> list(Scope scope, SessionId session);
}
