package cn.jiping.payment;

import cn.jiping.shared.Scope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 总账: only ever added to. */
interface LedgerStore {
    void add(Booking booking);

    /** What each account holds in the places of the scope, in one session or in all. */
    Map<LedgerAccount, Long> listBalances(Scope scope, @Nullable UUID session);
}
