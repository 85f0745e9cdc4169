package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.institution.ExamSite;
import cn.jiping.institution.SiteFilter;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteRow;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionDays;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SessionWindow;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import cn.jiping.territory.Territories;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 考务编排: the roster of each city, its seats and tickets. Once the numbers are final the city seats
 * everybody at one site; who comes or leaves later moves nobody else.
 */
@Service
public class Arrangements {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final RosterStore store;
    private final ExamSessions sessions;
    private final Sites sites;
    private final Territories territories;
    private final Policies policies;
    private final GroupLimits groups;
    private final Conflicts conflicts;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Arrangements(
            RosterStore store,
            ExamSessions sessions,
            Sites sites,
            Territories territories,
            Policies policies,
            GroupLimits groups,
            Conflicts conflicts,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.sessions = sessions;
        this.sites = sites;
        this.territories = territories;
        this.policies = policies;
        this.groups = groups;
        this.conflicts = conflicts;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** 列入名册: a registration that stands; at a city already arranged it gets a seat at once. */
    @Transactional
    public void enter(Actor actor, Entry entry) {
        if (!store.insert(entry, clock.now())) {
            return;
        }
        seat(actor, List.of(entry));
        audit.record(actor, act("examinee-entered", entry));
    }

    /**
     * 补排: seats, as far as any are free, for those who come to a city that is arranged already;
     * nothing happens where it is not.
     *
     * @param late all of one session and city
     */
    void seat(Actor actor, List<Entry> late) {
        if (late.isEmpty()) {
            return;
        }
        var first = late.getFirst();
        var exam = require(first.session(), first.city().division());
        if (exam.arranged() == null) {
            return;
        }
        late.forEach(entry -> seatLate(actor, exam, entry));
        events.publishEvent(
                new ExamEvent.Joined(
                        exam.session(),
                        exam.city().division(),
                        late.stream().map(Entry::id).toList(),
                        clock.now()));
    }

    private void seatLate(Actor actor, CityExam exam, Entry entry) {
        var arranged = arranged(exam);
        var view = sessions.find(actor, exam.session());
        var site = sites.find(Actor.program("exam"), arranged.site());
        var seating = seating(site, view);
        seating.place(toSeat(entry), store.loadSeats(exam.session(), exam.city().division()))
                .ifPresent(seat ->
                        store.insertSeat(
                                exam,
                                ticketed(
                                        site,
                                        seat,
                                        numbers(view, exam)
                                                .of(
                                                        store.nextNumber(
                                                                exam.session(),
                                                                exam.city().division(),
                                                                Signature.of(
                                                                        actor, clock.now()))))));
    }

    private static CityExam.Arranged arranged(CityExam exam) {
        var arranged = exam.arranged();
        if (arranged == null) {
            throw ExamRefused.noSeatYet();
        }
        return arranged;
    }

    /** 退出名册: the seat stays free, on another day too; the others stay where they are. */
    @Transactional
    public void leave(Actor actor, SessionId session, UUID id, String reason) {
        var entry = store.loadEntry(session, id);
        if (entry.isEmpty() || !store.leave(session, id, clock.now())) {
            return;
        }
        store.deleteSeat(session, id);
        store.loadMovedTo(session, id)
                .ifPresent(another -> {
                    store.leave(another, id, clock.now());
                    store.deleteSeat(another, id);
                });
        audit.record(actor, act("examinee-left", entry.get()).because(reason));
    }

    /**
     * 编排座位: everybody of the city anew, in the rooms of one site in their order.
     *
     * @param seen the version that was looked at
     * @throws ExamRefused if the numbers are not final, a group is too small and undecided, tickets
     *     are out already, the site does not do, or its seats do not suffice
     */
    @Transactional
    public void arrange(Actor actor, SessionId id, DivisionCode city, SiteId siteId, int seen) {
        var exam = own(actor, id, city);
        var view = sessions.find(actor, id);
        requireFinal(view);
        groups.requireDecided(view, city);
        var site = usable(actor, siteId, city);
        var entries = store.loadEntries(id, city);
        if (entries.isEmpty()) {
            throw ExamRefused.nobody();
        }
        var seating = seating(site, view);
        if (seating.capacity() < entries.size()) {
            throw ExamRefused.tooFewSeats(entries.size(), seating.capacity());
        }
        var seed = SEEDS.nextLong();
        var seats = seating.arrange(entries.stream().map(Arrangements::toSeat).toList(), seed);
        var arranged =
                new CityExam(
                        id,
                        exam.city(),
                        new CityExam.Arranged(
                                siteId,
                                site.entry().name(),
                                site.entry().address(),
                                seed,
                                seating.alike(seats),
                                Signature.of(actor, clock.now())),
                        exam.candidates(),
                        seats.size(),
                        seen);
        if (!store.rearrange(arranged, numbered(site, seats, numbers(view, exam)), seen)) {
            throw changed(id, city, site.entry().name());
        }
        audit.record(
                actor,
                Act.of("exam.arranged", "session", id)
                        .in(city)
                        .changing("site", siteName(exam), site.entry().name())
                        .changing("seats", null, seats.size())
                        .changing("seed", null, seed));
        events.publishEvent(new ExamEvent.Arranged(id, city, seats.size(), clock.now()));
    }

    /** Somebody arranged it, or somebody came and was given a seat. */
    private Stale changed(SessionId session, DivisionCode city, String wanted) {
        var now = Objects.requireNonNullElse(siteName(require(session, city)), "");
        var last = store.loadHand(session, city);
        return now.equals(wanted)
                ? conflicts.of(last)
                : conflicts.of(last, new Stale.Change("page.exam.ticket.site", now, wanted));
    }

    private static @Nullable String siteName(CityExam exam) {
        var arranged = exam.arranged();
        return arranged == null ? null : arranged.name();
    }

    /** After the last day of payment, and before the first ticket is given out. */
    private void requireFinal(SessionView view) {
        var days = view.days();
        var payUntil = days.until(SessionWindow.PAYMENT);
        if (payUntil != null && !clock.today().isAfter(payUntil)) {
            throw ExamRefused.notFinalYet(payUntil, days.source());
        }
        var ticketFrom = days.from(SessionWindow.TICKETS);
        if (ticketFrom != null && !clock.today().isBefore(ticketFrom)) {
            throw ExamRefused.ticketsOut(ticketFrom, days.source());
        }
    }

    private ExamSite usable(Actor actor, SiteId id, DivisionCode city) {
        var site = sites.find(actor, id);
        var name = site.entry().name();
        if (!site.inUse() || !site.entry().uses().contains(SiteUse.THEORY)) {
            throw ExamRefused.notForTheory(name);
        }
        if (!liesIn(site.entry().division(), city)) {
            throw ExamRefused.siteElsewhere(name);
        }
        return site;
    }

    private boolean liesIn(DivisionCode place, DivisionCode city) {
        return territories.line(place, clock.today()).stream()
                .anyMatch(division -> division.code().equals(city));
    }

    private Seating seating(ExamSite site, SessionView view) {
        var most =
                policies.book()
                        .in(view.heading().jurisdiction(), view.days().theoryOn())
                        .require(RoomTerms.class)
                        .terms()
                        .seats();
        return new Seating(
                site.rooms().stream()
                        .map(room ->
                                new RoomLayout(
                                        room.id(), Math.min(room.seats(), most), room.columns()))
                        .toList());
    }

    private static ToSeat toSeat(Entry entry) {
        return new ToSeat(entry.id(), entry.occupation());
    }

    private static TicketNumbers numbers(SessionView view, CityExam exam) {
        return TicketNumbers.of(view, exam.city().division());
    }

    private static List<RosterStore.Ticketed> numbered(
            ExamSite site, List<Seated> seats, TicketNumbers numbers) {
        var numbered = new ArrayList<RosterStore.Ticketed>();
        for (var seat : seats) {
            numbered.add(ticketed(site, seat, numbers.of(numbered.size() + 1)));
        }
        return numbered;
    }

    private static RosterStore.Ticketed ticketed(ExamSite site, Seated seat, String ticket) {
        var room =
                site.rooms().stream()
                        .filter(each -> each.id().equals(seat.room()))
                        .findAny()
                        .orElseThrow();
        return new RosterStore.Ticketed(seat, room.name(), ticket);
    }

    /** The cities of a session that the actor may see. */
    @Transactional(readOnly = true)
    public List<CityExam> list(Actor actor, SessionId session) {
        return store.list(actor.scope(), session);
    }

    /**
     * @throws NotFound if the city lies outside the actor's scope, or nobody sits there
     */
    @Transactional(readOnly = true)
    public CityExam find(Actor actor, SessionId session, DivisionCode city) {
        return own(actor, session, city);
    }

    /** The sites of the city that may be chosen, with how many they seat. */
    @Transactional(readOnly = true)
    public List<SiteRow> sites(Actor actor, DivisionCode city) {
        var rows = new ArrayList<SiteRow>();
        sites.export(
                actor,
                new SiteFilter("", SiteUse.THEORY, false, SiteFilter.Column.NAME, false),
                rows::add);
        return rows.stream().filter(row -> liesIn(row.division(), city)).toList();
    }

    /** How many of the city sit for which occupation. */
    @Transactional(readOnly = true)
    public Map<String, Integer> occupations(Actor actor, SessionId session, DivisionCode city) {
        return store.countByOccupation(actor.scope(), session, city);
    }

    /** Every seat of the city, by room and number. */
    @Transactional(readOnly = true)
    public List<SeatView> seats(Actor actor, SessionId session, DivisionCode city) {
        return store.exportSeats(actor.scope(), session, city);
    }

    /** The seats whose ticket or name holds the text. */
    @Transactional(readOnly = true)
    public Slice<SeatView> seats(
            Actor actor, SessionId session, DivisionCode city, String text, Paging paging) {
        return store.listSeats(actor.scope(), session, city, text.strip(), paging);
    }

    /** The same, each room for itself. */
    @Transactional(readOnly = true)
    public Map<UUID, List<SeatView>> byRoom(Actor actor, SessionId session, DivisionCode city) {
        return seats(actor, session, city).stream()
                .collect(
                        Collectors.groupingBy(
                                SeatView::room,
                                LinkedHashMap::new,
                                Collectors.mapping(Function.identity(), Collectors.toList())));
    }

    /** What a person sits for, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> listOf(Actor actor, PersonId person) {
        return store.listOf(actor.scope(), person);
    }

    /**
     * 准考证, for the person itself.
     *
     * @throws NotFound if it is somebody else's
     * @throws ExamRefused if there is no seat yet, or it is not the time
     */
    @Transactional(readOnly = true)
    public AdmissionTicket ticket(Actor actor, SessionId session, UUID examinee) {
        var entry =
                store.loadEntry(session, examinee)
                        .filter(one ->
                                actor.scope().covers(one.person())
                                        || actor.scope().covers(one.city().division()))
                        .orElseThrow(() -> new NotFound("ticket", examinee));
        var view = sessions.find(actor, session);
        requireTicketWindow(view.days());
        var seat = store.loadSeat(session, examinee).orElseThrow(ExamRefused::noSeatYet);
        var arranged = arranged(require(session, entry.city().division()));
        return new AdmissionTicket(view, seat, arranged.name(), arranged.address());
    }

    private void requireTicketWindow(SessionDays days) {
        if (days.judge(SessionWindow.TICKETS, clock.today()) instanceof Ruling.NotMet) {
            throw ExamRefused.ticketWindow(
                    Objects.requireNonNullElse(
                            days.from(SessionWindow.TICKETS), days.windows().opensOn()),
                    Objects.requireNonNullElse(days.until(SessionWindow.TICKETS), days.theoryOn()),
                    days.source());
        }
    }

    private CityExam own(Actor actor, SessionId session, DivisionCode city) {
        if (!actor.scope().covers(city)) {
            throw new NotFound("city exam", city);
        }
        return require(session, city);
    }

    private CityExam require(SessionId session, DivisionCode city) {
        return store.load(session, city).orElseThrow(() -> new NotFound("city exam", city));
    }

    private static Act act(String what, Entry entry) {
        return Act.of("exam." + what, "examinee", entry.id())
                .in(entry.city().division())
                .changing("name", null, entry.name())
                .changing("occupation", null, entry.occupation());
    }
}
