package cn.jiping.registration;

import cn.jiping.clock.BusinessClock;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.Offering;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.registration.Application.Opening;
import cn.jiping.registration.Application.Place;
import cn.jiping.registration.Application.Subject;
import cn.jiping.registration.ResitOffers.Sitting;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 开始申报: by the applicant, or at a counter for them. */
@Component
class Beginnings {
    private final ApplicationStore store;
    private final ApplicationFile file;
    private final ApplicationLaw law;
    private final ResitOffers resits;
    private final ExamSessions sessions;
    private final Persons persons;
    private final BusinessClock clock;

    Beginnings(
            ApplicationStore store,
            ApplicationFile file,
            ApplicationLaw law,
            ResitOffers resits,
            ExamSessions sessions,
            Persons persons,
            BusinessClock clock) {
        this.store = store;
        this.file = file;
        this.law = law;
        this.resits = resits;
        this.sessions = sessions;
        this.persons = persons;
        this.clock = clock;
    }

    /** The announced session while registration is open. */
    SessionView requireOpen(Actor actor, SessionId id) {
        var session = sessions.find(actor, id);
        if (session.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", id);
        }
        law.requireOpen(session.days(), SessionWindow.REGISTRATION);
        return session;
    }

    static Sitting sitting(SessionView session, PersonId person, OfferingId offering) {
        Offering offered =
                session.offering(offering).orElseThrow(() -> new NotFound("offering", offering));
        return new Sitting(session, person, offered);
    }

    static Place place(SessionView session, DivisionCode city) {
        var part = session.part(city).orElseThrow(() -> new NotFound("city part", city));
        var accepting = part.accepting();
        if (accepting == null) {
            throw RegistrationRefused.noAcceptingBody(part.name());
        }
        return new Place(city, part.name(), accepting.body(), accepting.name());
    }

    /**
     * @throws RegistrationRefused if the person takes part already
     */
    ApplicationId begin(
            Actor actor,
            ApplicationId id,
            Sitting sitting,
            Place place,
            @Nullable AtCounter counter,
            String clientKey) {
        var session = sitting.session();
        var offered = sitting.offering();
        var opening =
                new Opening(
                        session.id(),
                        session.heading().title(),
                        sitting.person(),
                        persons.name(sitting.person()),
                        place,
                        new Subject(offered.id(), offered.occupation(), offered.level()),
                        clock.now(),
                        resits.decide(actor, id, sitting, place),
                        counter);
        var application = Application.begin(id, opening, new Terms(session.days()));
        if (file.open(actor, application, clientKey)) {
            return id;
        }
        return store.loadByClientKey(session.id(), sitting.person(), clientKey)
                .orElseThrow(() -> RegistrationRefused.alreadyApplied(session.heading().title()));
    }
}
