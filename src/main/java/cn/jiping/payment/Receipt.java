package cn.jiping.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * 收款: money that reached us, under the gateway's number.
 *
 * @param paidAt by the gateway
 * @param arrivedAt when the call-back reached us; by this the term is judged
 */
public record Receipt(
        String number, UUID attempt, Money amount, Instant paidAt, Instant arrivedAt) {}
