package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

interface ProposalStore {
    void add(Proposal proposal);

    /** Closes an open proposal; false if somebody else did meanwhile. */
    boolean close(Proposal proposal);

    Optional<ProposalRow> find(Scope scope, ProposalId id);

    /** Open ones first, then the latest. */
    Slice<ProposalRow> page(Scope scope, boolean openOnly, Instant now, Paging paging);

    /** What waits for a second person at the account. */
    List<Proposal> loadOpen(AccountId account, Instant now);
}
