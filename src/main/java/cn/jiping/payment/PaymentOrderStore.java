package cn.jiping.payment;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 订单: the orders with what was tried, taken and sent back. */
interface PaymentOrderStore {
    /** False if the session has an order under this key. */
    boolean insert(PaymentOrder order);

    Optional<OrderId> loadId(UUID session, String key);

    Optional<PaymentOrder> find(Scope scope, OrderId id);

    /** Keeps others from changing the order until the transaction ends. */
    Optional<PaymentOrder> lock(OrderId id);

    void update(PaymentOrder order);

    /** False if the number belongs to money of another order, or came already. */
    boolean claim(PaymentOrder order, String gatewayNumber);

    /** The attempt that is still running. */
    Optional<UUID> loadAttempt(PaymentOrder order);

    void addAttempt(PaymentOrder order, UUID attempt, @Nullable AccountId by, Instant at);

    /** False if there is no such attempt, or it failed already. */
    boolean failAttempt(PaymentOrder order, UUID attempt, Instant at);

    /** Open orders whose last day lies before the day. */
    List<OrderId> loadOverdue(LocalDate day, int most);

    /** The next last day of an open order from the day on. */
    Optional<LocalDate> loadNextTerm(LocalDate from);

    /** What the gateway has not been asked to send back yet. */
    List<PaymentGateway.Return> loadUnsent(int most);

    List<PaymentGateway.Return> loadUnsent(PaymentOrder order);

    void markSent(PaymentGateway.Return back, Instant at);
}
