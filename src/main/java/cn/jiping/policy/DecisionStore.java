package cn.jiping.policy;

import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface DecisionStore {
    /** False if that question about that matter was answered before. */
    boolean add(Decision decision);

    Optional<Decision> load(DecisionDraft.About about, String topic, String key);

    /** Everything decided about a matter, oldest first. */
    List<Decision> list(Scope scope, DecisionDraft.About about);

    /** The newest there is. */
    Optional<UUID> loadLast();

    /** The next in order after one, up to another, that the filter takes; for the replay. */
    List<Decision> loadAfter(@Nullable UUID after, UUID last, DecisionFilter filter, int most);

    long loadNumberAfter(UUID after, UUID last);

    long loadNumberUpTo(UUID last, DecisionFilter filter);
}
