package cn.jiping.exam;

import cn.jiping.shared.DivisionCode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of what happened, what was done, who it was about or who recorded it
 * @param kind 种类, by its name
 * @param standing whether it stands, or another took its place
 */
public record IncidentFilter(
        String text,
        @Nullable DivisionCode city,
        @Nullable UUID room,
        @Nullable String kind,
        @Nullable Boolean standing,
        Column column,
        boolean descending) {

    /** The same of one city alone. */
    IncidentFilter in(DivisionCode only) {
        return new IncidentFilter(text, only, room, kind, standing, column, descending);
    }

    /** What a list is sorted by. */
    public enum Column {
        AT,
        CITY,
        ROOM,
        KIND
    }
}
