package cn.jiping.territory;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 区划事件. */
public sealed interface TerritoryEvent {
    /** The tree was adjusted, with effect from the day. */
    record Adjusted(UUID decree, LocalDate on) implements TerritoryEvent {}

    /** A planned adjustment will not take place. */
    record Withdrawn(UUID decree, @Nullable LocalDate on) implements TerritoryEvent {}
}
