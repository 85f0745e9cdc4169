package cn.jiping.payment;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 结算: one row for each session and city. */
interface SettlementStore {
    /** False if the session has one of this city. */
    boolean insert(Settlement settlement);

    /** Keeps others from changing it until the transaction ends. */
    Optional<Settlement> lock(UUID session, DivisionCode city);

    Optional<Settlement> find(Scope scope, UUID session, DivisionCode city);

    void update(Settlement settlement);

    Slice<SettlementRow> list(Scope scope, SettlementFilter filter, Paging paging);

    List<OrderDraft.Session> listSessions(Scope scope);
}
