package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 本机网关: a gateway on this machine that moves no money, for trying everything a gateway does: pay,
 * fail, tell twice, tell late. Exists in the demo only.
 */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
public class LocalGateway implements PaymentGateway {
    private static final Duration LATER = Duration.ofMinutes(30);

    private final LocalGatewayStore store;
    private final SignedMessages messages;
    private final BusinessClock clock;

    LocalGateway(LocalGatewayStore store, SignedMessages messages, BusinessClock clock) {
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    /** 付款人的决定. */
    public enum Decision {
        PAY,
        FAIL
    }

    /** 回调方式. */
    public enum Sending {
        ONCE,
        TWICE,
        LATER
    }

    /** 支付状态. */
    public enum State {
        WAITING,
        PAID,
        FAILED
    }

    /** 一笔支付. */
    public record LocalPayment(Attempt attempt, State state) {}

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String start(Attempt attempt) {
        store.add(attempt);
        return "/gateway/" + attempt.id();
    }

    public Optional<LocalPayment> find(UUID attempt) {
        return store.load(attempt);
    }

    /** Does what the payer decided; the first decision stands. */
    @Transactional
    public void decide(UUID attempt, Decision decision, Sending sending) {
        var now = clock.now();
        var payment = store.load(attempt);
        var state = decision == Decision.PAY ? State.PAID : State.FAILED;
        if (payment.isEmpty() || !store.decide(attempt, state, now)) {
            return;
        }
        var told = message(payment.get().attempt(), decision, now);
        queue(told, sending == Sending.LATER ? now.plus(LATER) : now);
        if (sending == Sending.TWICE) {
            queue(told, now);
        }
    }

    private static GatewayMessage message(Attempt attempt, Decision decision, Instant now) {
        return switch (decision) {
            case PAY ->
                    new GatewayMessage.Paid(
                            paymentNumber(attempt.id()),
                            attempt.order(),
                            attempt.id(),
                            attempt.amount(),
                            now);
            case FAIL -> new GatewayMessage.Failed(attempt.order(), attempt.id(), now);
        };
    }

    static String paymentNumber(UUID attempt) {
        return "LG-" + attempt;
    }

    static String refundNumber(UUID refund) {
        return "LR-" + refund;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refund(Return back) {
        var now = clock.now();
        if (store.addRefund(back, now)) {
            queue(
                    new GatewayMessage.Refunded(
                            refundNumber(back.id()), back.order(), back.id(), back.amount(), now),
                    now);
        }
    }

    private void queue(GatewayMessage message, Instant at) {
        var body = messages.write(message);
        store.queue(new LocalGatewayStore.CallBack(Ids.next(), body, messages.sign(body)), at);
    }

    @Override
    public Optional<GatewayMessage> read(String body, String signature) {
        return messages.read(body, signature);
    }

    @Override
    public List<StatementLine> statement(LocalDate day) {
        return store.loadStatement(BusinessClock.startOf(day), BusinessClock.endOf(day));
    }
}
