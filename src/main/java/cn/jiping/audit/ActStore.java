package cn.jiping.audit;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface ActStore {
    /** An act on its way into the trail. */
    record Unwritten(RecordedAct act, Payload payload) {}

    /** Writes each act, its payload and its place in the queue for sealing, all on one way. */
    void insert(List<Unwritten> unwritten);

    List<StoredAct> list(Scope scope, ActFilter filter, Paging paging);

    /** Stops counting at the limit. */
    long count(Scope scope, ActFilter filter, int atMost);

    /** The next rows of the list behind the act given, or its first ones. */
    List<StoredAct> export(Scope scope, ActFilter filter, @Nullable RecordedAct after, int atMost);

    Optional<StoredAct> find(Scope scope, ActId id);

    /** Deletes the payload and records why; false if there is none. */
    boolean erase(ActId id, Erasure erasure, @Nullable AccountId by);

    /** Makes a partition for each month that has none; returns how many it made. */
    int makeMonths(LocalDate first, LocalDate last);
}
