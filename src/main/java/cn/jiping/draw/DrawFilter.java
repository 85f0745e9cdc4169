package cn.jiping.draw;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 筛选和排序.
 *
 * @param text part of the number, the title or the subject
 * @param openAt only those open to everybody at this instant
 */
public record DrawFilter(
        String text, @Nullable DrawStatus status, Order order, @Nullable Instant openAt) {

    public static DrawFilter everything() {
        return new DrawFilter("", null, Order.NEWEST, null);
    }

    DrawFilter openAt(Instant instant) {
        return new DrawFilter(text, status, order, instant);
    }

    /** 排序. */
    public enum Order {
        NEWEST,
        OLDEST,
        TITLE,
        STATUS,
        SUBJECT
    }
}
