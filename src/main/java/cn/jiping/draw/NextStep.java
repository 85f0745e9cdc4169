package cn.jiping.draw;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 下一步: what a draw waits for, from whom, until when. */
public record NextStep(Kind kind, Set<Party> parties, @Nullable Instant until) {
    public NextStep {
        parties = Set.copyOf(parties);
    }

    /** What is to be done next. */
    public enum Kind {
        /** 双方承诺. */
        COMMIT,
        /** 等待公开随机数产生. */
        AWAIT_VALUE,
        /** 登记公开随机数. */
        FIX_VALUE,
        /** 公布密数. */
        REVEAL,
        /** 抽取. */
        DRAW,
        /** 没有. */
        NOTHING
    }

    static NextStep of(Draw draw, Instant now) {
        var times = draw.announced().times();
        var progress = draw.progress();
        return switch (draw.status()) {
            case ANNOUNCED ->
                    new NextStep(
                            Kind.COMMIT,
                            without(progress.commitments().keySet()),
                            times.commitBy());
            case COMMITTED ->
                    now.isBefore(times.publicValueFrom())
                            ? new NextStep(Kind.AWAIT_VALUE, Set.of(), times.publicValueFrom())
                            : new NextStep(Kind.FIX_VALUE, Set.of(), times.revealBy());
            case VALUE_FIXED ->
                    new NextStep(
                            Kind.REVEAL, without(progress.reveals().keySet()), times.revealBy());
            case REVEALED -> new NextStep(Kind.DRAW, Set.of(), times.revealBy());
            case DRAWN, FAILED, CANCELLED -> new NextStep(Kind.NOTHING, Set.of(), null);
        };
    }

    private static Set<Party> without(Set<Party> done) {
        var missing = EnumSet.allOf(Party.class);
        missing.removeAll(done);
        return missing;
    }
}
