package cn.jiping.person;

import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pairs that look alike, and what became of them. */
interface MergeStore {
    /** Notes the pair once, whichever of the two comes first. */
    void noteAlike(PersonId one, PersonId other, String reasons, Instant at);

    List<Alike> listAlike(Scope scope, Paging paging);

    long countAlike(Scope scope);

    Optional<Alike> findAlike(Scope scope, UUID id);

    boolean dismiss(UUID id, PersonStore.Mark by, String reason);

    /** Pairs of the absorbed hold for the kept as well. */
    void inheritAlike(Merge.Pair pair, Instant at);

    List<Merge> listMerges(Scope scope, Paging paging);

    long countMerges(Scope scope);

    Optional<Merge> findMerge(Scope scope, UUID id);

    /** A merge proposed that names one of the persons. */
    Optional<Merge> loadOpen(Collection<PersonId> persons);

    /** False if the absorbed person is in another merge at the same moment. */
    boolean insert(Merge merge);

    /** False if somebody else decided meanwhile. */
    boolean save(Merge merge);

    /** 疑似重复. */
    record Alike(
            UUID id, PersonId one, PersonId other, List<AlikeReason> reasons, Instant foundAt) {}
}
