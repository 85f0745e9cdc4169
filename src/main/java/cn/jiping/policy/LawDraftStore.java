package cn.jiping.policy;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface LawDraftStore {
    void add(LawDraft draft);

    /** A draft of a province inside the scope, or of the program. */
    Optional<LawDraft> find(Scope scope, UUID id);

    /** Newest first; of one state, or all. */
    Slice<LawDraft> list(Scope scope, LawDraft.@Nullable State state, Paging paging);

    /** The one that waits for its second person. */
    Optional<LawDraft> loadProposed();

    /**
     * @return false if somebody else changed it since
     */
    boolean save(LawDraft draft);
}
