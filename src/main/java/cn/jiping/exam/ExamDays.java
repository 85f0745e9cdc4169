package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.person.Persons;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Stale;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考试日: who came to which sitting, and who was absent once it was closed. */
@Service
public class ExamDays {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(BusinessClock.ZONE);

    private static final Comparator<RoomSitting> IN_ORDER =
            Comparator.comparingInt((RoomSitting one) -> one.roomName().length())
                    .thenComparing(RoomSitting::roomName)
                    .thenComparing(one -> one.place().sitting());

    private final DayAccess access;
    private final RosterStore roster;
    private final SeatsBySitting seats;
    private final AttendanceStore store;
    private final SittingWindows windows;
    private final Persons persons;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ExamDays(
            DayAccess access,
            RosterStore roster,
            SeatsBySitting seats,
            AttendanceStore store,
            SittingWindows windows,
            Persons persons,
            AuditTrail audit,
            BusinessClock clock) {
        this.access = access;
        this.roster = roster;
        this.seats = seats;
        this.store = store;
        this.windows = windows;
        this.persons = persons;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a city's day rests on: its session and its seats. */
    public record Day(SessionView session, CityExam exam) {}

    /**
     * @throws NotFound if the city is not the actor's, or nobody sits there
     */
    @Transactional(readOnly = true)
    public Day find(Actor actor, SessionId session, DivisionCode city) {
        var here = access.require(actor, session, city);
        return new Day(here.session(), here.exam());
    }

    /** The examinations whose invigilator the actor is, the latest first. */
    @Transactional(readOnly = true)
    public List<Day> listOf(Actor actor) {
        return access.listOf(actor).stream()
                .map(here -> new Day(here.session(), here.exam()))
                .toList();
    }

    /** Every sitting of a city in every room, by room and hour. */
    @Transactional(readOnly = true)
    public List<RoomSitting> sittings(Actor actor, SessionId session, DivisionCode city) {
        return sittings(access.require(actor, session, city));
    }

    private List<RoomSitting> sittings(DayAccess.Here here) {
        var session = here.session().id();
        var city = here.exam().city().division();
        var marks =
                store.listMarks(here.scope(), session, city).stream()
                        .collect(
                                Collectors.groupingBy(
                                        mark -> List.of(mark.room(), mark.sitting())));
        var begun =
                store.listBegun(here.scope(), session, city).stream()
                        .collect(
                                Collectors.toMap(
                                        one -> List.of(one.room(), one.sitting()),
                                        Function.identity()));
        return seats.of(here).entrySet().stream()
                .map(entry -> {
                    var place = entry.getKey();
                    var key = List.<Object>of(place.room(), place.sitting());
                    return sitting(
                            here,
                            place,
                            entry.getValue(),
                            marks.getOrDefault(key, List.of()),
                            begun.get(key));
                })
                .sorted(IN_ORDER)
                .toList();
    }

    private RoomSitting sitting(
            DayAccess.Here here,
            SittingPlace place,
            List<SeatView> seats,
            List<AttendanceStore.Mark> marks,
            AttendanceStore.@Nullable Begun begun) {
        var seated = seats.stream().map(SeatView::examinee).collect(Collectors.toSet());
        var counted =
                marks.stream()
                        .filter(mark -> seated.contains(mark.examinee()))
                        .collect(
                                Collectors.groupingBy(
                                        AttendanceStore.Mark::state, Collectors.counting()));
        return new RoomSitting(
                place,
                seats.getFirst().roomName(),
                windows.of(here.session(), place.sitting()),
                seats.size(),
                counted.getOrDefault(Attendance.PRESENT, 0L).intValue(),
                counted.getOrDefault(Attendance.ABSENT, 0L).intValue(),
                begun == null ? null : begun.closed());
    }

    /**
     * @throws NotFound if nobody takes that sitting in that room
     */
    @Transactional(readOnly = true)
    public RoomSitting sitting(Actor actor, SittingPlace place) {
        return sitting(access.require(actor, place.session(), place.city()), place);
    }

    private RoomSitting sitting(DayAccess.Here here, SittingPlace place) {
        var there = requireSomebody(here, place);
        return sitting(
                here,
                place,
                there,
                marks(here, place, there).stream()
                        .filter(mark -> mark.room().equals(place.room()))
                        .toList(),
                store.loadBegun(place).orElse(null));
    }

    private List<SeatView> requireSomebody(DayAccess.Here here, SittingPlace place) {
        var there = seats.at(here, place);
        if (there.isEmpty()) {
            throw new NotFound("sitting", place.room());
        }
        return there;
    }

    private List<AttendanceStore.Mark> marks(
            DayAccess.Here here, SittingPlace place, List<SeatView> there) {
        return store.listMarks(
                here.scope(), place, there.stream().map(SeatView::examinee).toList());
    }

    /** Everybody who takes the sitting there, by seat. */
    @Transactional(readOnly = true)
    public List<Attendee> attendees(Actor actor, SittingPlace place) {
        var here = access.require(actor, place.session(), place.city());
        var there = seats.at(here, place);
        var marks =
                marks(here, place, there).stream()
                        .collect(
                                Collectors.toMap(
                                        AttendanceStore.Mark::examinee, Function.identity()));
        var documents = persons.maskedDocuments(there.stream().map(SeatView::person).toList());
        return there.stream()
                .map(seat ->
                        attendee(
                                seat,
                                documents.getOrDefault(seat.person(), ""),
                                marks.get(seat.examinee())))
                .toList();
    }

    private static Attendee attendee(
            SeatView seat, String document, AttendanceStore.@Nullable Mark mark) {
        return new Attendee(
                seat,
                document,
                mark == null ? null : mark.state(),
                mark == null ? null : mark.by());
    }

    /**
     * 签到 by the number of the ticket, typed or read from its code; twice it is told so.
     *
     * @throws DayRefused if it is not the time, the ticket is of another place, or the sitting is
     *     closed
     */
    @Transactional
    public SignedIn signIn(Actor actor, SittingPlace place, String ticket) {
        var here = access.require(actor, place.session(), place.city());
        var seat = requireHere(here, place, ticket.strip());
        return signIn(actor, here, place, seat);
    }

    /**
     * 签到 of several at once, as a list on paper has them; returns how many had not been signed in.
     *
     * @throws NotFound if one of them does not take the sitting there
     * @throws DayRefused if it is not the time, or the sitting is closed
     */
    @Transactional
    public int signIn(Actor actor, SittingPlace place, Collection<UUID> examinees) {
        var here = access.require(actor, place.session(), place.city());
        var there =
                seats.at(here, place).stream()
                        .collect(Collectors.toMap(SeatView::examinee, Function.identity()));
        if (!there.keySet().containsAll(examinees)) {
            throw new NotFound("examinee", place.room());
        }
        requireTime(windows.of(here.session(), place.sitting()));
        if (!store.hold(place)) {
            throw DayRefused.closed();
        }
        var by = Signature.of(actor, clock.now());
        var fresh =
                there.values().stream()
                        .filter(seat -> examinees.contains(seat.examinee()))
                        .filter(seat ->
                                store.insert(place, seat.examinee(), Attendance.PRESENT, by))
                        .map(SeatView::ticket)
                        .toList();
        if (!fresh.isEmpty()) {
            audit.record(
                    actor,
                    act("signed-in-together", here, place)
                            .changing("tickets", null, String.join(" ", fresh)));
        }
        return fresh.size();
    }

    private SignedIn signIn(Actor actor, DayAccess.Here here, SittingPlace place, SeatView seat) {
        var known = present(place, seat);
        if (known.isPresent()) {
            return known.get();
        }
        requireTime(windows.of(here.session(), place.sitting()));
        if (!store.hold(place)) {
            throw DayRefused.closed();
        }
        var by = Signature.of(actor, clock.now());
        if (!store.insert(place, seat.examinee(), Attendance.PRESENT, by)) {
            return present(place, seat).orElseThrow(DayRefused::closed);
        }
        audit.record(actor, act("signed-in", place, seat));
        return new SignedIn(seat, false, by);
    }

    private Optional<SignedIn> present(SittingPlace place, SeatView seat) {
        return store.loadMark(place.session(), seat.examinee(), place.sitting())
                .filter(mark -> mark.state() == Attendance.PRESENT)
                .map(mark -> new SignedIn(seat, true, mark.by()));
    }

    private void requireTime(SittingWindow window) {
        var now = clock.now();
        if (now.isBefore(window.opens())) {
            throw DayRefused.notOpenYet(MOMENT.format(window.opens()), window.source());
        }
        if (!now.isBefore(window.until())) {
            throw DayRefused.tooLate(MOMENT.format(window.until()), window.source());
        }
    }

    /** The seat of the ticket if it is here, or where its holder has to go. */
    private SeatView requireHere(DayAccess.Here here, SittingPlace place, String ticket) {
        var own = TicketNumbers.session(here.session());
        var examinee =
                store.loadByTicket(place.session(), ticket)
                        .orElseThrow(() ->
                                ticket.matches("2\\d{14}") && !ticket.startsWith(own)
                                        ? DayRefused.otherSession(ticket.substring(0, own.length()))
                                        : DayRefused.unknownTicket(shortened(ticket)));
        var entry = roster.loadEntry(place.session(), examinee).orElseThrow();
        if (!entry.city().division().equals(place.city())) {
            throw DayRefused.otherCity(entry.city().name());
        }
        var seat = roster.loadSeat(place.session(), examinee).orElseThrow();
        var subject = place.sitting().subject();
        if (!seat.subjects().contains(subject)) {
            throw DayRefused.otherSubject();
        }
        if (SeatsBySitting.sitting(here, seat, subject) != place.sitting()) {
            throw DayRefused.practicalElsewhere();
        }
        if (!seat.room().equals(place.room())) {
            throw DayRefused.otherRoom(seat.roomName(), seat.number());
        }
        return seat;
    }

    private static String shortened(String typed) {
        var longest = 30;
        return typed.length() <= longest ? typed : typed.substring(0, longest) + "…";
    }

    /**
     * 结束签到: whoever has not come is absent; done twice it is done once.
     *
     * @param seen how many were still awaited when it was looked at
     * @throws DayRefused while somebody may still come
     * @throws Stale if somebody came meanwhile
     */
    @Transactional
    public void close(Actor actor, SittingPlace place, int seen) {
        var here = access.require(actor, place.session(), place.city());
        var there = requireSomebody(here, place);
        requireOver(windows.of(here.session(), place.sitting()), place.sitting());
        if (!store.hold(place)) {
            return;
        }
        var absent = awaited(here, place, there);
        if (absent.size() != seen) {
            throw changed(here, place, there);
        }
        var by = Signature.of(actor, clock.now());
        absent.forEach(seat -> store.insert(place, seat.examinee(), Attendance.ABSENT, by));
        store.close(place, by);
        audit.record(
                actor,
                act("sitting-closed", here, place)
                        .changing(
                                "absent",
                                null,
                                absent.stream()
                                        .map(SeatView::ticket)
                                        .collect(Collectors.joining(" "))));
    }

    private Act act(String what, DayAccess.Here here, SittingPlace place) {
        return Act.of("exam." + what, "session", place.session())
                .in(place.city())
                .changing("room", null, requireSomebody(here, place).getFirst().roomName())
                .changing("sitting", null, place.sitting());
    }

    /** What is practical ends when the city says so. */
    private void requireOver(SittingWindow window, Sitting sitting) {
        var from = sitting.practical() ? window.opens() : window.until();
        if (clock.now().isBefore(from)) {
            throw DayRefused.notOverYet(MOMENT.format(from), window.source());
        }
    }

    /** Somebody was signed in or corrected since. */
    private Stale changed(DayAccess.Here here, SittingPlace place, List<SeatView> there) {
        var last =
                marks(here, place, there).stream()
                        .map(AttendanceStore.Mark::by)
                        .max(Comparator.comparing(Signature::at));
        return new Stale(
                List.of(),
                last.map(Signature::name).orElse(null),
                last.map(Signature::at).orElse(null));
    }

    private List<SeatView> awaited(DayAccess.Here here, SittingPlace place, List<SeatView> there) {
        var marked =
                marks(here, place, there).stream()
                        .map(AttendanceStore.Mark::examinee)
                        .collect(Collectors.toSet());
        return there.stream().filter(seat -> !marked.contains(seat.examinee())).toList();
    }

    /** 到考登记的一行. */
    public record Line(
            SeatView seat, Sitting sitting, @Nullable Attendance state, @Nullable Signature by) {}

    /** 到考登记表: everybody of the city in every sitting, by room, sitting and seat. */
    @Transactional(readOnly = true)
    public List<Line> register(Actor actor, SessionId session, DivisionCode city) {
        var here = access.require(actor, session, city);
        var marks =
                store.listMarks(here.scope(), session, city).stream()
                        .collect(
                                Collectors.toMap(
                                        mark -> List.of(mark.examinee(), mark.sitting()),
                                        Function.identity()));
        return roster.exportSeats(here.scope(), session, city).stream()
                .flatMap(seat ->
                        seat.subjectsInOrder().stream()
                                .map(subject -> SeatsBySitting.sitting(here, seat, subject))
                                .map(sitting ->
                                        line(
                                                seat,
                                                sitting,
                                                marks.get(List.of(seat.examinee(), sitting)))))
                .toList();
    }

    private static Line line(SeatView seat, Sitting sitting, AttendanceStore.@Nullable Mark mark) {
        return new Line(
                seat, sitting, mark == null ? null : mark.state(), mark == null ? null : mark.by());
    }

    static String written(Instant at) {
        return MOMENT.format(at);
    }

    SittingWindow window(DayAccess.Here here, Sitting sitting) {
        return windows.of(here.session(), sitting);
    }

    /** Whether signing in is possible at the moment, is still to come, or is over. */
    public SittingPhase phase(RoomSitting sitting) {
        Instant now = clock.now();
        if (sitting.closed() != null) {
            return SittingPhase.CLOSED;
        }
        if (now.isBefore(sitting.window().opens())) {
            return SittingPhase.BEFORE;
        }
        return now.isBefore(sitting.window().until()) ? SittingPhase.OPEN : SittingPhase.OVER;
    }

    static Act act(String what, SittingPlace place, SeatView seat) {
        return Act.of("exam." + what, "examinee", seat.examinee())
                .in(place.city())
                .changing("ticket", null, seat.ticket())
                .changing("sitting", null, place.sitting())
                .changing("room", null, seat.roomName());
    }
}
