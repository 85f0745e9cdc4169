package cn.jiping.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the gateway of the demo keeps. */
interface LocalGatewayStore {
    void add(PaymentGateway.Attempt attempt);

    Optional<LocalGateway.LocalPayment> load(UUID attempt);

    /** False if it was decided before. */
    boolean decide(UUID attempt, LocalGateway.State state, Instant at);

    /** False if it went back before. */
    boolean addRefund(PaymentGateway.Return back, Instant at);

    void queue(CallBack callBack, Instant sendAt);

    List<CallBack> loadWaiting(Instant now, int most);

    Optional<Instant> loadNextSending(Instant after);

    void markSent(CallBack callBack, Instant at);

    List<PaymentGateway.StatementLine> loadStatement(Instant from, Instant before);

    /** 待发送的回调. */
    record CallBack(UUID id, String body, String signature) {}
}
