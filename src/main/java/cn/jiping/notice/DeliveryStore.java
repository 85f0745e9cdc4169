package cn.jiping.notice;

import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox. A row belongs to the place that administers its recipient. */
interface DeliveryStore {
    /** One message on one channel to one addressee. */
    record Added(DeliveryId id, Addressee addressee, NoticeId message, Waiting delivery) {}

    void add(List<Added> deliveries, Instant now);

    /** What is to be sent on one channel. */
    record Waiting(Channel channel, String template, String subject, String text) {}

    /**
     * Takes due deliveries in hand and counts the attempt; nobody else gets them before {@code
     * until}.
     */
    List<Delivery> take(Instant now, Instant until, int atMost);

    /** False if another process settled or took it meanwhile. */
    boolean settle(
            Delivery delivery, DeliveryState state, @Nullable String problem, Instant settledAt);

    /** The same for several that ended alike; those meanwhile settled or taken stay as they are. */
    void settle(List<Delivery> deliveries, DeliveryState state, Instant settledAt);

    boolean postpone(Delivery delivery, String problem, Instant nextAt);

    Slice<DeliveryView> page(Scope scope, DeliverySearch search, Paging paging);

    /** The next rows of an export after the last one, newest first. */
    List<DeliveryView> export(
            Scope scope, DeliverySearch search, @Nullable DeliveryId after, int atMost);

    Optional<DeliveryView> find(Scope scope, DeliveryId id);

    boolean sendAgain(DeliveryId id, Instant now);

    int sendAllAgain(Scope scope, Channel channel, Instant now);

    int forgetSettledBefore(Instant instant);

    void keepForDemo(UUID id, DemoOutbox.Sent sent);

    Slice<DemoOutbox.Sent> demoOutbox(Paging paging);
}
