package cn.jiping.exam;

import java.time.LocalDate;
import java.util.Optional;

/** 处理办法: what becomes of a group that is too small to be examined alone. */
public sealed interface GroupMeasure {

    /** 统筹资源: they sit with those of another city of the session. */
    record Pool(Entry.City to) implements GroupMeasure {}

    /** 调整鉴定时间: they sit on another day. */
    record Move(LocalDate to) implements GroupMeasure {}

    default Optional<Entry.City> city() {
        return this instanceof Pool(var to) ? Optional.of(to) : Optional.empty();
    }

    default Optional<LocalDate> day() {
        return this instanceof Move(var to) ? Optional.of(to) : Optional.empty();
    }
}
