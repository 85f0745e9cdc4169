package cn.jiping.registration;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.registration.RegistrationEvent.ApplicationRef;
import cn.jiping.shared.Actor;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 归档: writes each step of an application together with its act, its tasks and its event. */
@Component
class ApplicationFile {
    private final ApplicationStore store;
    private final ReviewTasks tasks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ApplicationFile(
            ApplicationStore store,
            ReviewTasks tasks,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.store = store;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
    }

    /** False if the person takes part already. */
    boolean open(Actor actor, Application application, String clientKey) {
        if (!store.insert(application, clientKey)) {
            return false;
        }
        var subject = application.opening().subject();
        var counter = application.opening().counter();
        audit.record(
                actor,
                act("begun", application)
                        .changing("occupation", null, subject.occupation())
                        .changing("level", null, subject.level().code())
                        .changing("subjects", null, application.opening().subjects())
                        .changing("counter", null, counter == null ? null : counter.county())
                        .changing("consent", null, counter == null ? null : counter.consent()));
        return true;
    }

    /** A step that changes nothing for anybody else. */
    void save(Actor actor, Application application, String act, UnaryOperator<Act> more) {
        store.update(application);
        audit.record(actor, more.apply(act(act, application)));
    }

    /** A step by which the application changes hands or ends. */
    void save(
            Actor actor,
            Application application,
            Terms terms,
            String act,
            UnaryOperator<Act> more,
            Instant now,
            BiFunction<ApplicationRef, Instant, RegistrationEvent> event) {
        save(actor, application, act, more);
        tasks.follow(actor, application, terms);
        events.publishEvent(event.apply(ApplicationRef.of(application), now));
    }

    private static Act act(String what, Application application) {
        return Act.of("registration." + what, "application", application.id())
                .in(application.opening().place().city())
                .at(application.opening().place().body());
    }
}
