package cn.jiping.payment;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 退款指令: asks the gateway to send money back, as soon as what says so is committed; what it did not
 * hear then it is asked again with the due work.
 */
@Component
class GatewayErrands implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayErrands.class);
    private static final int AT_ONCE = 500;

    private final PaymentOrderStore store;
    private final ObjectProvider<PaymentGateway> gateways;
    private final BusinessClock clock;
    private final TransactionTemplate apart;

    GatewayErrands(
            PaymentOrderStore store,
            ObjectProvider<PaymentGateway> gateways,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.gateways = gateways;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void afterCommit(PaymentOrder order) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        store.loadUnsent(order).forEach(GatewayErrands.this::send);
                    }
                });
    }

    @Override
    public void runDue(Instant businessNow) {
        store.loadUnsent(AT_ONCE).forEach(this::send);
    }

    /** The gateway's own failures are its business; the errand stays and is repeated. */
    private void send(PaymentGateway.Return back) {
        var gateway = gateways.getIfAvailable();
        if (gateway == null) {
            LOG.warn("No gateway is configured; refund {} waits", back.id());
            return;
        }
        gateway.refund(back);
        apart.executeWithoutResult(_ -> store.markSent(back, clock.now()));
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return Optional.empty();
    }
}
