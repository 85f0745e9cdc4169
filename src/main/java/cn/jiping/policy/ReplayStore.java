package cn.jiping.policy;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

interface ReplayStore {
    /** False if another of the same draft runs. */
    boolean add(Replay replay);

    void addCases(UUID replay, List<ReplayItem> cases);

    /** A replay that somebody of the scope's province, or of no province, asked for. */
    Optional<Replay> find(Scope scope, UUID id);

    /** Newest first. */
    List<Replay> loadOfDraft(UUID draft);

    /** The one that has waited longest among those not finished. */
    Optional<Replay> loadWaiting();

    /** False if somebody else went on with it or stopped it. */
    boolean save(Replay replay);

    List<ReplayItem> loadCasesAfter(Replay replay, UUID position, int most);

    /** Behind so many that are kept already. */
    void addDifferences(UUID replay, long kept, List<ReplayDifference> differences);

    Slice<ReplayDifference> list(Scope scope, UUID replay, DifferenceFilter filter, Paging paging);

    /** The next in order after a number; for exports. */
    List<ReplayDifference> export(
            Scope scope, UUID replay, DifferenceFilter filter, long after, int most);
}
