package cn.jiping.exam;

import cn.jiping.payment.FeeItem;
import cn.jiping.payment.FeeLine;
import cn.jiping.payment.Payments;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.RegistrationEvent;
import cn.jiping.shared.Actor;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the roster and its small groups in step with registrations, in their own transaction.
 * Somebody sits for the subjects they paid for.
 */
@Component
class RosterFromRegistrations {
    private static final Actor PROGRAM = Actor.program("exam.roster");

    private final Arrangements arrangements;
    private final Applications applications;
    private final Payments payments;
    private final GroupWatch groups;

    RosterFromRegistrations(
            Arrangements arrangements,
            Applications applications,
            Payments payments,
            GroupWatch groups) {
        this.arrangements = arrangements;
        this.applications = applications;
        this.payments = payments;
        this.groups = groups;
    }

    @EventListener
    void stands(RegistrationEvent.Confirmed event) {
        var application = applications.find(PROGRAM, event.application().id());
        var about = application.about();
        var entry =
                new Entry(
                        about.session(),
                        application.id().value(),
                        about.person(),
                        about.name(),
                        new Entry.City(about.place().city(), about.place().cityName()),
                        about.subject().occupation(),
                        about.subject().level(),
                        subjects(application));
        groups.hold(entry.session());
        arrangements.enter(PROGRAM, entry);
        groups.entered(entry);
    }

    private Set<Subject> subjects(ApplicationView application) {
        var order = Objects.requireNonNull(application.order(), "confirmed without an order");
        return payments.find(PROGRAM, order).terms().lines().stream()
                .map(FeeLine::item)
                .map(RosterFromRegistrations::subject)
                .collect(Collectors.toSet());
    }

    private static Subject subject(FeeItem item) {
        return switch (item) {
            case THEORY -> Subject.THEORY;
            case SKILLS -> Subject.SKILLS;
            case REVIEW -> Subject.REVIEW;
        };
    }

    @EventListener
    void withdrawn(RegistrationEvent.Withdrawn event) {
        groups.hold(event.application().session());
        arrangements.leave(
                PROGRAM, event.application().session(), event.application().id().value(), "报名撤回");
        groups.left(event.application().session());
    }
}
