package cn.jiping.notice;

import cn.jiping.clock.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off the outbox. At least once: a process that dies between sending and noting it lets the
 * next one send again, under the same id.
 */
@Component
class Deliveries implements RecurringJob {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final DeliveryStore store;
    private final Recipients recipients;
    private final Gateways gateways;
    private final NoticeSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Deliveries(
            DeliveryStore store,
            Recipients recipients,
            Gateways gateways,
            NoticeSettings settings,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.recipients = recipients;
        this.gateways = gateways;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    @Override
    public String name() {
        return "notice.deliver";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    /** A few at a time, so that a process that dies leaves no more than those in doubt. */
    @Override
    public void run() {
        for (var done = 0; done < settings.batch(); done += settings.atOnce()) {
            var now = clock.instant();
            var taken = store.take(now, now.plus(settings.lease()), settings.atOnce());
            if (taken.isEmpty()) {
                return;
            }
            deliver(taken);
        }
    }

    private void deliver(List<Delivery> taken) {
        var settled = new EnumMap<DeliveryState, List<Delivery>>(DeliveryState.class);
        var reach = recipients.reach(taken.stream().map(Delivery::owner).toList());
        for (var delivery : taken) {
            Optional.ofNullable(reach.get(delivery.owner()))
                    .flatMap(at -> at.by(delivery.channel()))
                    .map(address -> note(delivery, send(delivery, address)))
                    .orElse(Optional.of(DeliveryState.NO_ADDRESS))
                    .ifPresent(state ->
                            settled.computeIfAbsent(state, _ -> new ArrayList<>()).add(delivery));
        }
        settled.forEach((state, those) -> store.settle(those, state, clock.instant()));
    }

    private SendOutcome send(Delivery delivery, String address) {
        var id = delivery.id().toString();
        return switch (delivery.channel()) {
            case EMAIL ->
                    gateways.send(
                            new MailGateway.Mail(id, address, delivery.subject(), delivery.text()));
            case SMS -> gateways.send(new SmsGateway.Message(id, address, delivery.text()));
        };
    }

    /** What it ends as; empty if that is noted already. */
    private Optional<DeliveryState> note(Delivery delivery, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Sent() -> Optional.of(DeliveryState.SENT);
            case SendOutcome.NotConfigured() -> Optional.of(DeliveryState.NOT_CONFIGURED);
            case SendOutcome.Rejected(var problem) -> {
                giveUp(delivery, problem);
                yield Optional.empty();
            }
            case SendOutcome.TryLater(var problem) -> {
                tryLater(delivery, problem);
                yield Optional.empty();
            }
        };
    }

    private void tryLater(Delivery delivery, String problem) {
        if (delivery.attempts() > settings.retries().size()) {
            giveUp(delivery, problem);
        } else {
            var wait = settings.retries().get(delivery.attempts() - 1);
            store.postpone(delivery, problem, clock.instant().plus(wait));
        }
    }

    private void giveUp(Delivery delivery, String problem) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            if (store.settle(delivery, DeliveryState.FAILED, problem, now)) {
                events.publishEvent(
                        new NoticeEvent.GaveUp(
                                delivery.id(), delivery.channel(), delivery.template(), now));
            }
        });
    }
}
