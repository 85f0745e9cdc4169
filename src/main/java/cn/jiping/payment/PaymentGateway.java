package cn.jiping.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * 支付网关: takes money and sends it back on our behalf. What it did it tells by call-backs, which may
 * repeat, come late and come in any order; what it calls a number is unique for all time.
 */
public interface PaymentGateway {

    /**
     * Begins an attempt to pay; told the same twice it does it once.
     *
     * @return where the payer goes to pay
     */
    String start(Attempt attempt);

    /** Sends money back; told the same twice it does it once. */
    void refund(Return back);

    /** The message in a call-back, if the gateway signed it. */
    Optional<GatewayMessage> read(String body, String signature);

    /** 对账单: what moved on a day. */
    List<StatementLine> statement(LocalDate day);

    /** 支付请求. */
    record Attempt(
            UUID id, OrderId order, String number, String title, Money amount, String back) {}

    /** 退款请求: {@code of} is the gateway's number of the money. */
    record Return(UUID id, OrderId order, String of, Money amount) {}

    /** 对账单的一行. */
    record StatementLine(String number, boolean refund, OrderId order, Money amount, Instant at) {}
}
