package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Subject;
import cn.jiping.draw.Progress.Cause;
import cn.jiping.draw.Progress.Ending;
import java.time.Instant;
import java.util.List;

/** 抽取事件: what happened to a draw, with the thing of another module it was for. */
public sealed interface DrawEvent {
    DrawId draw();

    Subject subject();

    Instant at();

    /** 已公告. */
    record Announced(DrawId draw, Subject subject, Instant at) implements DrawEvent {}

    /** 一方已承诺. */
    record Committed(DrawId draw, Subject subject, Instant at, Party party) implements DrawEvent {}

    /** 公开随机数已定. */
    record ValueFixed(DrawId draw, Subject subject, Instant at) implements DrawEvent {}

    /** 一方已公布密数. */
    record Revealed(DrawId draw, Subject subject, Instant at, Party party) implements DrawEvent {}

    /** 已抽取. */
    record Drawn(
            DrawId draw, Subject subject, Instant at, List<String> drawn, List<String> alternates)
            implements DrawEvent {
        public Drawn {
            drawn = List.copyOf(drawn);
            alternates = List.copyOf(alternates);
        }
    }

    /** 已递补. */
    record Replaced(
            DrawId draw, Subject subject, Instant at, String leaving, String entering, Cause cause)
            implements DrawEvent {}

    /** 终止而没有结果. */
    record Ended(DrawId draw, Subject subject, Instant at, Ending.Kind kind) implements DrawEvent {}
}
