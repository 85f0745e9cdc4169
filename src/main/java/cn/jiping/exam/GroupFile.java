package cn.jiping.exam;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Stale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** 不足人数的组的卷宗: keeps each change with its hand, and names that hand to whoever came later. */
@Component
class GroupFile {
    private final SmallGroupStore store;
    private final Conflicts conflicts;
    private final BusinessClock clock;

    GroupFile(SmallGroupStore store, Conflicts conflicts, BusinessClock clock) {
        this.store = store;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    void insert(Actor actor, SmallGroup group) {
        store.insert(group, Signature.of(actor, clock.now()));
    }

    /**
     * @throws Stale if somebody was faster
     */
    void save(Actor actor, SmallGroup group) {
        if (!store.update(group, Signature.of(actor, clock.now()))) {
            throw changed(store.load(group.key()).orElse(group));
        }
    }

    /**
     * False if it stands already as the caller wanted it: the second of two clicks at once.
     *
     * @throws Stale if somebody was faster with something else
     */
    boolean saved(Actor actor, SmallGroup group, Predicate<SmallGroup> asWanted) {
        if (store.update(group, Signature.of(actor, clock.now()))) {
            return true;
        }
        var now = store.load(group.key()).orElse(group);
        if (asWanted.test(now)) {
            return false;
        }
        throw changed(now);
    }

    /**
     * @throws Stale if it is not the version that was looked at
     */
    void requireAsSeen(SmallGroup group, int seen) {
        if (group.version() != seen) {
            throw changed(group);
        }
    }

    private Stale changed(SmallGroup now) {
        return conflicts.of(
                store.loadHand(now.key().session(), now.id()),
                new Stale.Change(
                        "page.exam.groups.status", "word.SmallGroupStatus." + now.status(), ""));
    }
}
