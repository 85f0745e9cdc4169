package cn.jiping.plan;

import cn.jiping.account.BodyDirectory;
import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.CityPart.Accepting;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 统一鉴定批次: the province drafts a session and announces it by a second person; each city names who
 * accepts its applications.
 */
@Service
public class ExamSessions {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LINE = 200;

    private final SessionStore store;
    private final Offers offers;
    private final AnotherDay anotherDay;
    private final Policies policies;
    private final Territories territories;
    private final ObjectProvider<BodyDirectory> bodies;
    private final SessionTasks tasks;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    ExamSessions(
            SessionStore store,
            Offers offers,
            AnotherDay anotherDay,
            Policies policies,
            Territories territories,
            ObjectProvider<BodyDirectory> bodies,
            SessionTasks tasks,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.offers = offers;
        this.anotherDay = anotherDay;
        this.policies = policies;
        this.territories = territories;
        this.bodies = bodies;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The sessions of the calendar that nobody has drafted yet, as far as the law book has them.
     */
    @Transactional(readOnly = true)
    public List<SessionCode> open(Jurisdiction jurisdiction) {
        var taken = store.loadCodes(jurisdiction);
        return policies.book().entries(CalendarTerms.class, jurisdiction).stream()
                .flatMap(entry -> entry.terms().sessions().stream())
                .map(CalendarTerms.UnifiedSession::session)
                .filter(code -> !taken.contains(code))
                .toList();
    }

    /**
     * The days of a session by the calendar.
     *
     * @throws NoRule if the province has no such session
     */
    public SessionDays days(Jurisdiction jurisdiction, SessionCode code) {
        var calendar = SessionCalendar.of(policies.book(), jurisdiction, code).session();
        return new SessionDays(calendar.examOn(), calendar.windows(), calendar.source());
    }

    /** The levels that are examined everywhere at once on the day of the session, lowest first. */
    public List<SkillLevel> unifiedLevels(Jurisdiction jurisdiction, SessionCode code) {
        var page =
                policies.book()
                        .in(jurisdiction, days(jurisdiction, code).theoryOn())
                        .require(QualificationTerms.class);
        return Stream.of(SkillLevel.values()).filter(page.terms()::unifies).toList();
    }

    /** What may be offered on that day, and what of the catalogue may not, each with its ruling. */
    public List<Offerable> offerables(
            Jurisdiction jurisdiction, SessionCode code, SkillLevel level) {
        return offers.offerables(jurisdiction, level, days(jurisdiction, code).theoryOn());
    }

    /**
     * @throws InvalidInput if title or offers cannot stand
     * @throws NoRule if the calendar has no such session
     * @throws PlanRefused if an occupation may not be offered, or the session exists
     */
    @Transactional
    public SessionId draft(Actor actor, SessionDraft draft) {
        requireLine("title", draft.title(), LONGEST_TITLE);
        var province = new DivisionCode(draft.jurisdiction().value() + "0000");
        requireScope(actor, province);
        var known = store.loadByClientKey(draft.clientKey());
        if (known.isPresent()) {
            return known.get();
        }
        if (draft.code().equals(SessionCode.DAILY)) {
            throw InvalidInput.of("code", "plan.unified-session");
        }
        var days = days(draft.jurisdiction(), draft.code());
        offers.require(draft.jurisdiction(), draft.offers(), days.theoryOn());
        var session =
                ExamSession.draft(
                        new ExamSession.Content(
                                new SessionHeading(
                                        draft.jurisdiction(),
                                        province,
                                        draft.code(),
                                        draft.title().strip()),
                                days,
                                draft.offers().stream().map(ExamSessions::offering).toList(),
                                null),
                        Signature.of(actor, clock.now()));
        if (!store.insert(session, parts(province, days), draft.clientKey())) {
            // the same click may have won by now
            return store.loadByClientKey(draft.clientKey())
                    .orElseThrow(() -> PlanRefused.sessionExists(draft.code().value()));
        }
        offers.decide(actor, session);
        audit.record(
                actor,
                act("drafted", session)
                        .changing("code", null, draft.code().value())
                        .changing("offers", null, draft.offers()));
        tasks.drafted(actor, session);
        return session.id();
    }

    private static Offering offering(SessionDraft.Offer offer) {
        return new Offering(
                OfferingId.next(),
                offer.occupation(),
                offer.level(),
                offer.skills(),
                offer.review());
    }

    /** One part for each city that stands on the day of the examination. */
    private List<CityPart> parts(DivisionCode province, SessionDays days) {
        return territories.children(province, days.theoryOn()).stream()
                .filter(division -> division.level() == DivisionLevel.CITY)
                .map(ExamSessions::part)
                .toList();
    }

    private static CityPart part(Division city) {
        return new CityPart(city.code(), city.name(), null, 0);
    }

    /**
     * 公告.
     *
     * @param seen the version that was looked at
     * @throws PlanRefused if it is no draft, by the person who drafted it, or too late
     */
    @Transactional
    public void announce(Actor actor, SessionId id, int seen) {
        var session = requireOwn(actor, id);
        requireAsSeen(session, seen);
        var event = session.announce(actor, clock.today(), clock.now());
        store.update(session);
        audit.record(
                actor,
                act("announced", session)
                        .changing("status", SessionStatus.DRAFT, SessionStatus.ANNOUNCED));
        tasks.announced(actor, session, store.loadParts(id));
        events.publishEvent(event);
    }

    /** 作废: takes back a draft, so that the session can be drafted anew. */
    @Transactional
    public void discard(Actor actor, SessionId id, int seen, String reason) {
        requireLine("reason", reason, LONGEST_LINE);
        var session = requireOwn(actor, id);
        requireAsSeen(session, seen);
        session.discard(reason.strip());
        store.update(session);
        audit.record(
                actor,
                act("discarded", session)
                        .changing("status", SessionStatus.DRAFT, SessionStatus.DISCARDED)
                        .because(reason.strip()));
        tasks.discarded(actor, session, reason.strip());
    }

    /**
     * 改期日判定: whether those of a session may sit on another day, decided today.
     *
     * @throws NotFound if there is no such session
     * @throws PlanRefused if the day will not do
     */
    public void requireAnotherDay(SessionId parent, LocalDate day) {
        anotherDay.require(outline(parent), clock.today(), day);
    }

    /**
     * 改期场次: the session for those of another who sit on that day, announced at once if it is not
     * there yet; whoever asks again gets the same.
     *
     * @throws NotFound if the other is not announced, or lies outside the actor's scope
     * @throws PlanRefused if the day will not do
     */
    @Transactional
    public SessionId onAnotherDay(Actor actor, SessionId parent, LocalDate day) {
        var session = requireOwn(actor, parent);
        if (session.progress().status() != SessionStatus.ANNOUNCED || session.parent() != null) {
            throw new NotFound("session", parent);
        }
        return store.loadOnAnotherDay(parent, day)
                .orElseGet(() -> announceOnAnotherDay(actor, session, day));
    }

    private SessionId announceOnAnotherDay(Actor actor, ExamSession parent, LocalDate day) {
        requireAnotherDay(parent.id(), day);
        var session = anotherDay.of(parent, clock.today(), day, Signature.of(actor, clock.now()));
        if (!store.insert(session, List.of(), session.id().toString())) {
            return store.loadOnAnotherDay(parent.id(), day).orElseThrow();
        }
        audit.record(
                actor,
                act("on-another-day", session)
                        .changing("parent", null, parent.id())
                        .changing("day", parent.days().theoryOn(), day));
        events.publishEvent(new PlanEvent.SessionAnnounced(session.id(), clock.now()));
        return session.id();
    }

    /** The sessions for those of this one who sit on days of their own, by day. */
    @Transactional(readOnly = true)
    public List<SessionRow> onOtherDays(SessionId parent) {
        return store.loadOnOtherDays(parent);
    }

    /**
     * 确定受理机构: the city says which body accepts its applications, and how people reach it.
     *
     * @throws PlanRefused if the session is not announced or on another day, the body lies
     *     elsewhere, or registration has begun with another body
     */
    @Transactional
    public void accept(
            Actor actor, SessionId id, DivisionCode city, BodyId body, String contact, int seen) {
        requireLine("contact", contact, LONGEST_LINE);
        requireScope(actor, city);
        var session = store.load(id).orElseThrow(() -> new NotFound("session", id));
        var part = requirePart(id, city);
        if (session.parent() != null) {
            throw PlanRefused.partsOfAnotherDay();
        }
        if (session.progress().status() != SessionStatus.ANNOUNCED) {
            throw PlanRefused.notAnnounced();
        }
        var entry = body(actor, city, body);
        var before = part.accepting();
        var accepting = new Accepting(body, entry.name(), contact.strip());
        if (accepting.equals(before)) {
            return;
        }
        if (before != null && !before.body().equals(body) && begun(session)) {
            throw PlanRefused.acceptingAlready(before.name());
        }
        if (part.version() != seen
                || !store.updatePart(id, new CityPart(city, part.name(), accepting, seen), seen)) {
            if (accepting.equals(requirePart(id, city).accepting())) {
                return; // the same click won meanwhile
            }
            throw new Stale(List.of(), null, null);
        }
        audit.record(
                actor,
                Act.of("plan.accepting-body-named", "session", id)
                        .in(city)
                        .changing("body", before == null ? null : before.name(), entry.name())
                        .changing("contact", before == null ? null : before.contact(), contact));
        tasks.accepted(actor, id, part);
        events.publishEvent(new PlanEvent.AcceptingBodyNamed(id, city, body, clock.now()));
    }

    private boolean begun(ExamSession session) {
        return !clock.today().isBefore(session.days().windows().opensOn());
    }

    private BodyDirectory.Entry body(Actor actor, DivisionCode city, BodyId body) {
        return bodies.stream()
                .flatMap(directory -> directory.find(actor.scope(), body).stream())
                .filter(entry -> liesIn(entry, city))
                .findFirst()
                .orElseThrow(() -> PlanRefused.bodyElsewhere(body.toString()));
    }

    private boolean liesIn(BodyDirectory.Entry body, DivisionCode city) {
        return territories.line(body.division(), clock.today()).stream()
                .anyMatch(division -> division.code().equals(city));
    }

    private CityPart requirePart(SessionId id, DivisionCode city) {
        return store.loadParts(id).stream()
                .filter(part -> part.division().equals(city))
                .findAny()
                .orElseThrow(() -> new NotFound("city part", city));
    }

    /**
     * @throws NotFound if there is none, or it is a draft outside the actor's scope
     */
    @Transactional(readOnly = true)
    public SessionView find(Actor actor, SessionId id) {
        var found = store.loadWithParts(id).orElseThrow(() -> new NotFound("session", id));
        var session = found.session();
        var progress = session.progress();
        if (progress.status() != SessionStatus.ANNOUNCED
                && !actor.scope().covers(session.heading().province())) {
            throw new NotFound("session", id);
        }
        return new SessionView(
                id,
                session.heading(),
                session.days(),
                session.parent() == null
                        ? List.of(session.days().source())
                        : anotherDay.basis(session),
                session.offerings(),
                found.parts(),
                progress.status(),
                progress.drafted(),
                progress.announced(),
                session.parent(),
                session.version());
    }

    /**
     * For what the program judges of somebody who was admitted to the session already, and asks for
     * no scope.
     *
     * @throws NotFound if there is none
     */
    public SessionOutline outline(SessionId id) {
        return store.loadContent(id)
                .map(content -> new SessionOutline(content.heading(), content.days()))
                .orElseThrow(() -> new NotFound("session", id));
    }

    /** Announced sessions, and those not announced of the actor's provinces. */
    @Transactional(readOnly = true)
    public Slice<SessionRow> list(Actor actor, SessionFilter filter, Paging paging) {
        return store.list(actor.scope(), filter, paging);
    }

    @Transactional(readOnly = true)
    public void export(Actor actor, SessionFilter filter, Consumer<SessionRow> each) {
        store.export(actor.scope(), filter, each);
    }

    /** What everybody may see. */
    @Transactional(readOnly = true)
    public Slice<SessionRow> listAnnounced(SessionFilter filter, Paging paging) {
        return store.list(Scope.nowhere(), filter, paging);
    }

    private ExamSession requireOwn(Actor actor, SessionId id) {
        return store.load(id)
                .filter(session -> actor.scope().covers(session.heading().province()))
                .orElseThrow(() -> new NotFound("session", id));
    }

    private static void requireScope(Actor actor, DivisionCode place) {
        if (!actor.scope().covers(place)) {
            throw new NotFound("division", place);
        }
    }

    private static void requireAsSeen(ExamSession session, int seen) {
        if (session.version() != seen) {
            var announced = session.progress().announced();
            throw new Stale(
                    List.of(
                            new Stale.Change(
                                    "page.plan.sessions.status",
                                    "session.status." + session.progress().status(),
                                    "")),
                    announced == null ? null : announced.name(),
                    announced == null ? null : announced.at());
        }
    }

    private static Act act(String what, ExamSession session) {
        return Act.of("plan.session-" + what, "session", session.id())
                .in(session.heading().province());
    }

    private static void requireLine(String field, String text, int longest) {
        var plain = text.strip();
        if (plain.isEmpty()
                || plain.length() > longest
                || plain.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of(field, "plan.line", longest);
        }
    }
}
