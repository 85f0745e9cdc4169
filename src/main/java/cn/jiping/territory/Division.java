package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 行政区: a place as it is on the day asked for. Its code begins on {@code from} (null: before our
 * records) and is in force up to the day before {@code until} (null: no end known). {@code
 * authorised}: 扩权县. {@code ownCode}: an authority without a code of GB/T 2260.
 */
public record Division(
        DivisionCode code,
        String name,
        DivisionLevel level,
        @Nullable DivisionCode parent,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean authorised,
        boolean ownCode) {}
