package cn.jiping.registration;

import cn.jiping.payment.PaymentEvent;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.RegistrationEvent.ApplicationRef;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 到期和缴费结果: what becomes of an application without anybody of registration doing something. */
@Component
class ApplicationExpiry {
    private static final Actor TERMS = Actor.program("registration.terms");

    private final ApplicationStore store;
    private final ApplicationFile file;
    private final ApplicationLaw law;
    private final ReviewTasks tasks;

    ApplicationExpiry(
            ApplicationStore store, ApplicationFile file, ApplicationLaw law, ReviewTasks tasks) {
        this.store = store;
        this.file = file;
        this.law = law;
        this.tasks = tasks;
    }

    /** Takes the application over the end of its term; nothing happens if it has time left. */
    @Transactional
    public void expire(ApplicationStore.Place place, Instant now) {
        var application = store.lock(Scope.all(), place.id()).orElseThrow();
        var terms = law.terms(application);
        var before = application.status();
        if (application.expire(now, terms)) {
            var lapsed = application.status() == ApplicationStatus.LAPSED;
            file.save(
                    TERMS,
                    application,
                    terms,
                    lapsed ? "lapsed" : "passed-over",
                    act -> act.changing("status", before, application.status()),
                    now,
                    lapsed ? RegistrationEvent.Lapsed::new : RegistrationEvent.SentToCity::new);
        }
    }

    @Transactional
    public void endRounds(Instant now) {
        tasks.endOver(TERMS, now);
    }

    /** In the transaction of the payment: whether somebody takes part hangs on it. */
    @EventListener
    void take(PaymentEvent event) {
        var about = event.order().about();
        if (!about.type().equals("application")) {
            return;
        }
        switch (event) {
            case PaymentEvent.Paid _ -> paid(event);
            case PaymentEvent.Lapsed _ -> unpaid(event);
            case PaymentEvent.Opened _,
                    PaymentEvent.Cancelled _,
                    PaymentEvent.TakenInExcess _,
                    PaymentEvent.Refunded _ -> {
                // the application stands as it was, or its own step led to this
            }
        }
    }

    private void paid(PaymentEvent event) {
        var application = require(event);
        var terms = law.terms(application);
        if (application.confirm(terms)) {
            save(application, terms, "confirmed", event.at(), RegistrationEvent.Confirmed::new);
        }
    }

    private void unpaid(PaymentEvent event) {
        var application = require(event);
        var terms = law.terms(application);
        if (application.lapseUnpaid(event.at(), terms)) {
            save(application, terms, "lapsed", event.at(), RegistrationEvent.Lapsed::new);
        }
    }

    private Application require(PaymentEvent event) {
        var order = event.order();
        return store.load(new SessionId(order.session()), ApplicationId.of(order.about().id()))
                .orElseThrow();
    }

    private void save(
            Application application,
            Terms terms,
            String act,
            Instant now,
            BiFunction<ApplicationRef, Instant, RegistrationEvent> event) {
        file.save(
                Actor.program("registration.payment"),
                application,
                terms,
                act,
                UnaryOperator.identity(),
                now,
                event);
    }
}
