package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** 发送回调: what the gateway of the demo has to tell, told through the same door as any other's. */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
public class LocalCallBacks implements DueWork {
    private static final int AT_ONCE = 500;
    private static final int SENDERS = 4;

    private final LocalGatewayStore store;
    private final Payments payments;
    private final BusinessClock clock;
    private final Lock turn = new ReentrantLock();

    LocalCallBacks(LocalGatewayStore store, Payments payments, BusinessClock clock) {
        this.store = store;
        this.payments = payments;
        this.clock = clock;
    }

    /** Sends what is due by now. */
    public void send() {
        runDue(clock.now());
    }

    /** One round at a time: two at once would send the same call-back side by side. */
    @Override
    public void runDue(Instant businessNow) {
        turn.lock();
        try {
            List<LocalGatewayStore.CallBack> waiting;
            do {
                waiting = store.loadWaiting(businessNow, AT_ONCE);
                send(waiting, businessNow);
            } while (waiting.size() == AT_ONCE);
        } finally {
            turn.unlock();
        }
    }

    /** Several at a time and in no order, as gateways do. */
    private void send(List<LocalGatewayStore.CallBack> waiting, Instant now) {
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            var sent =
                    waiting.stream()
                            .map(callBack -> senders.submit(() -> send(callBack, now)))
                            .toList();
            for (var each : sent) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call-back was not taken", e.getCause());
        }
    }

    private void send(LocalGatewayStore.CallBack callBack, Instant now) {
        payments.received(callBack.body(), callBack.signature());
        store.markSent(callBack, now);
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return store.loadNextSending(after);
    }

    /** After the orders' terms and the refunds asked for. */
    @Override
    public int order() {
        return 110;
    }
}
