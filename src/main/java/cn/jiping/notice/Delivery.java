package cn.jiping.notice;

import java.util.UUID;

/** A delivery that one process has taken in hand for this attempt. */
record Delivery(
        DeliveryId id,
        UUID owner,
        Channel channel,
        String template,
        String subject,
        String text,
        int attempts) {}
