package cn.jiping.payment;

import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.function.Consumer;

/** 订单列表: the rows of orders that people look through. */
interface OrderListStore {
    Slice<OrderRow> list(Scope scope, OrderFilter filter, Paging paging);

    void export(Scope scope, OrderFilter filter, Consumer<OrderRow> each);

    /** Newest first. */
    List<OrderRow> listOf(Scope scope, PersonId payer);

    /** The sessions and cities of the orders in the scope, for filters. */
    List<OrderDraft.Session> listSessions(Scope scope);

    List<OrderDraft.Payee> listCities(Scope scope);
}
