package cn.jiping.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 送达情况, as administrators see it: whom, by which channel and what went wrong, never the text. */
public record DeliveryView(
        DeliveryId id,
        String recipient,
        Channel channel,
        String template,
        DeliveryState state,
        Attempts attempts) {

    /** 尝试: how often, when next or last, and the last problem. */
    public record Attempts(
            int count, Instant nextAt, @Nullable Instant settledAt, @Nullable String problem) {}

    public boolean mayBeSentAgain() {
        return state.mayBeSentAgain();
    }

    /** Nothing was tried: the recipient has to leave an address first. */
    public boolean withoutAddress() {
        return state == DeliveryState.NO_ADDRESS;
    }
}
