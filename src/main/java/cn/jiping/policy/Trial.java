package cn.jiping.policy;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** 试判: the differences of a draft that nobody keeps, found while they are asked for. */
final class Trial implements Iterator<ReplayDifference> {
    private final Rejudging rejudging;
    private final Iterator<ReplayItem> items;
    private Replay.Counts counts = Replay.Counts.NONE;
    private @Nullable ReplayDifference next;

    Trial(Rejudging rejudging, Iterator<ReplayItem> items) {
        this.rejudging = rejudging;
        this.items = items;
    }

    @Override
    public boolean hasNext() {
        while (next == null && items.hasNext()) {
            var judged = rejudging.judge(items.next());
            next = judged.difference().orElse(null);
            counts = counts.plus(1, next == null ? 0 : 1, judged.outdated() ? 1 : 0);
        }
        return next != null;
    }

    @Override
    public ReplayDifference next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var found = next;
        next = null;
        return found;
    }

    Replay.Counts counts() {
        return counts;
    }
}
