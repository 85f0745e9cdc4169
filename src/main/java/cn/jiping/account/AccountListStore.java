package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** 账号列表: the rows of accounts that people look through. */
interface AccountListStore {
    Slice<AccountRow> page(Scope scope, AccountQuery query, LocalDate today, Paging paging);

    /** Calls for every row in the order of the query. */
    void export(Scope scope, AccountQuery query, LocalDate today, Consumer<AccountRow> each);

    /** Names by id, without accounts that have none. */
    Map<String, String> loadNames(Collection<AccountId> ids);

    List<AccountRow> listForReview(
            Scope scope, Instant reviewedBefore, LocalDate today, int atMost);
}
