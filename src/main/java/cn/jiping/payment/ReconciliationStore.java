package cn.jiping.payment;

import cn.jiping.shared.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** 对账: our side of what the gateway moved. */
interface ReconciliationStore {
    /** What moved by the gateway's clock in that time. */
    List<Reconciliation.Moved> listMoved(Scope scope, Instant from, Instant before);

    /** What moved under these numbers, whenever. */
    List<Reconciliation.Moved> loadMoved(Collection<String> numbers);

    /** Those of the orders that belong to somebody else's city. */
    List<OrderId> loadOutside(Scope scope, Collection<OrderId> orders);
}
