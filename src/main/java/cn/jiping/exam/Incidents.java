package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 考场情况: what happened in the rooms, breaches of discipline with their handling, emergencies. An
 * entry stands for good; one that corrects it takes its place.
 */
@Service
public class Incidents {
    private static final int LONGEST_TEXT = 1000;
    private static final String PAPERS = "试卷交接异常";

    private final DayAccess access;
    private final RosterStore roster;
    private final AttendanceStore attendance;
    private final IncidentStore store;
    private final Policies policies;
    private final AuditTrail audit;
    private final BusinessClock clock;

    Incidents(
            DayAccess access,
            RosterStore roster,
            AttendanceStore attendance,
            IncidentStore store,
            Policies policies,
            AuditTrail audit,
            BusinessClock clock) {
        this.access = access;
        this.roster = roster;
        this.attendance = attendance;
        this.store = store;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The kinds and handlings of the day of the examination. */
    public ConductTerms conduct(SessionView session) {
        return policies.book()
                .in(session.heading().jurisdiction(), session.days().theoryOn())
                .require(ConductTerms.class)
                .terms();
    }

    /**
     * 记录; sent twice it is one entry.
     *
     * @throws InvalidInput naming what is missing or unknown
     * @throws IncidentRefused if the entry to be corrected was corrected already
     */
    @Transactional
    public UUID record(Actor actor, SessionId session, DivisionCode city, IncidentDraft draft) {
        var here = access.require(actor, session, city);
        var known = store.loadByClientKey(session, draft.clientKey());
        if (known.isPresent()) {
            return known.get();
        }
        var incident = checked(actor, here, draft);
        if (!store.insert(incident, draft.clientKey())) {
            return store.loadByClientKey(session, draft.clientKey())
                    .orElseThrow(IncidentRefused::correctedAlready);
        }
        audit.record(actor, act(incident));
        return incident.id();
    }

    /** 交接异常: the program's own entry about papers, on whatever day it happens. */
    UUID broken(Actor actor, DayAccess.Here here, Packet packet, String what) {
        var place = packet.place();
        var incident =
                new Incident(
                        place.session(),
                        Ids.next(),
                        new Incident.Where(
                                place.city(), place.room(), packet.roomName(), place.sitting()),
                        conduct(here.session())
                                .kind(PAPERS)
                                .orElse(new ConductTerms.Kind(PAPERS, ConductTerms.About.ORDER)),
                        clock.now(),
                        what,
                        "",
                        List.of(),
                        null,
                        false,
                        Signature.of(actor, clock.now()));
        store.insert(incident, incident.id().toString());
        audit.record(actor, act(incident));
        return incident.id();
    }

    private Incident checked(Actor actor, DayAccess.Here here, IncidentDraft draft) {
        var conduct = conduct(here.session());
        InvalidInput.requireAll(
                () -> kind(conduct, draft.kind()),
                () -> requireText("what", draft.what(), true),
                () -> requireText("done", draft.done(), emergency(conduct, draft)),
                () -> requireTime(here.session(), draft),
                () -> requirePeople(conduct, draft),
                () -> people(here, conduct, draft));
        var corrects = draft.corrects();
        if (corrects != null && list(here).stream().noneMatch(one -> one.id().equals(corrects))) {
            throw new NotFound("incident", corrects);
        }
        return new Incident(
                here.session().id(),
                Ids.next(),
                where(here, draft),
                kind(conduct, draft.kind()),
                draft.at(),
                draft.what().strip(),
                draft.done().strip(),
                people(here, conduct, draft),
                corrects,
                false,
                Signature.of(actor, clock.now()));
    }

    private static ConductTerms.Kind kind(ConductTerms conduct, String name) {
        return conduct.kind(name).orElseThrow(() -> InvalidInput.of("kind", "exam.choose-kind"));
    }

    private static boolean emergency(ConductTerms conduct, IncidentDraft draft) {
        return conduct.kind(draft.kind())
                .filter(kind -> kind.about() == ConductTerms.About.EMERGENCY)
                .isPresent();
    }

    private static void requireText(String field, String text, boolean needed) {
        var given = text.strip();
        if ((needed && given.isEmpty())
                || given.length() > LONGEST_TEXT
                || given.chars()
                        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            throw InvalidInput.of(field, "exam.text", LONGEST_TEXT);
        }
    }

    private void requireTime(SessionView session, IncidentDraft draft) {
        var opens = BusinessClock.startOf(session.days().theoryOn());
        if (draft.at().isBefore(opens) || draft.at().isAfter(clock.now())) {
            throw InvalidInput.of("at", "exam.time");
        }
    }

    /** A breach names who did it and how they were dealt with. */
    private static void requirePeople(ConductTerms conduct, IncidentDraft draft) {
        var breach =
                conduct.kind(draft.kind())
                        .filter(kind -> kind.about() == ConductTerms.About.DISCIPLINE)
                        .isPresent();
        if (breach
                && (draft.people().isEmpty()
                        || draft.people().stream().anyMatch(one -> one.handling().isBlank()))) {
            throw InvalidInput.of("people", "exam.handled-people");
        }
        if (draft.sitting() == null
                && draft.people().stream()
                        .flatMap(one -> conduct.handling(one.handling()).stream())
                        .anyMatch(one -> one.voids() == ConductTerms.Voids.SUBJECT)) {
            throw InvalidInput.of("sitting", "exam.sitting-of-void");
        }
    }

    private List<Incident.Involved> people(
            DayAccess.Here here, ConductTerms conduct, IncidentDraft draft) {
        return draft.people().stream().map(one -> involved(here, conduct, one)).distinct().toList();
    }

    private Incident.Involved involved(
            DayAccess.Here here, ConductTerms conduct, IncidentDraft.Person person) {
        var seat =
                attendance
                        .loadByTicket(here.session().id(), person.ticket().strip())
                        .filter(examinee -> liesHere(here, examinee))
                        .flatMap(examinee -> roster.loadSeat(here.session().id(), examinee))
                        .orElseThrow(() -> InvalidInput.of("people", "exam.ticket-here"));
        return new Incident.Involved(
                seat.examinee(),
                seat.name(),
                seat.ticket(),
                person.handling(),
                voids(conduct, person.handling()));
    }

    private boolean liesHere(DayAccess.Here here, UUID examinee) {
        return roster.loadEntry(here.session().id(), examinee)
                .filter(entry -> entry.city().equals(here.exam().city()))
                .isPresent();
    }

    private static ConductTerms.Voids voids(ConductTerms conduct, String handling) {
        return handling.isBlank()
                ? ConductTerms.Voids.NOTHING
                : conduct.handling(handling)
                        .orElseThrow(() -> InvalidInput.of("people", "exam.handling"))
                        .voids();
    }

    private Incident.Where where(DayAccess.Here here, IncidentDraft draft) {
        var city = here.exam().city().division();
        var room = draft.room();
        if (room == null) {
            return new Incident.Where(city, null, "", draft.sitting());
        }
        var name =
                roster.exportSeats(here.scope(), here.session().id(), city).stream()
                        .filter(seat -> seat.room().equals(room))
                        .map(SeatView::roomName)
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.of("room", "exam.room"));
        return new Incident.Where(city, room, name, draft.sitting());
    }

    /** What happened in a city, corrected entries included, the latest first. */
    @Transactional(readOnly = true)
    public List<Incident> list(Actor actor, SessionId session, DivisionCode city) {
        return list(access.require(actor, session, city));
    }

    private List<Incident> list(DayAccess.Here here) {
        return store.list(here.scope(), here.session().id(), here.exam().city().division());
    }

    /** Of a city, as far as they match. */
    @Transactional(readOnly = true)
    public Slice<Incident> page(
            Actor actor,
            SessionId session,
            DivisionCode city,
            IncidentFilter filter,
            Paging paging) {
        var here = access.require(actor, session, city);
        return store.page(here.scope(), session, filter.in(city), paging);
    }

    @Transactional(readOnly = true)
    public void export(
            Actor actor,
            SessionId session,
            DivisionCode city,
            IncidentFilter filter,
            Consumer<Incident> each) {
        var here = access.require(actor, session, city);
        store.export(here.scope(), session, filter.in(city), each);
    }

    /** The same of every city the actor sees. */
    @Transactional(readOnly = true)
    public Slice<Incident> page(
            Actor actor, SessionId session, IncidentFilter filter, Paging paging) {
        return store.page(actor.scope(), session, filter, paging);
    }

    @Transactional(readOnly = true)
    public void export(
            Actor actor, SessionId session, IncidentFilter filter, Consumer<Incident> each) {
        store.export(actor.scope(), session, filter, each);
    }

    /**
     * @throws NotFound if there is none in the city
     */
    @Transactional(readOnly = true)
    public Incident find(Actor actor, SessionId session, DivisionCode city, UUID id) {
        return list(actor, session, city).stream()
                .filter(one -> one.id().equals(id))
                .findAny()
                .orElseThrow(() -> new NotFound("incident", id));
    }

    /** 成绩无效: whose subjects were voided by what stands. */
    Map<UUID, Set<Subject>> voided(DayAccess.Here here) {
        var voided = new HashMap<UUID, Set<Subject>>();
        for (var incident : list(here)) {
            if (incident.corrected()) {
                continue;
            }
            for (var one : incident.people()) {
                voided.computeIfAbsent(one.examinee(), _ -> EnumSet.noneOf(Subject.class))
                        .addAll(subjects(one.voids(), incident.where().sitting()));
            }
        }
        return voided;
    }

    private static Set<Subject> subjects(ConductTerms.Voids voids, @Nullable Sitting sitting) {
        return switch (voids) {
            case NOTHING -> Set.of();
            case SUBJECT ->
                    Optional.ofNullable(sitting)
                            .map(Sitting::subject)
                            .map(Set::of)
                            .orElse(Set.of());
            case EVERYTHING -> EnumSet.allOf(Subject.class);
        };
    }

    private static Act act(Incident incident) {
        return Act.of("exam.incident-recorded", "incident", incident.id())
                .in(incident.where().city())
                .changing("kind", null, incident.kind().name())
                .changing("room", null, incident.where().roomName())
                .changing("sitting", null, incident.where().sitting())
                .changing("what", null, incident.what())
                .changing("done", null, incident.done())
                .changing("corrects", null, incident.corrects())
                .changing(
                        "people",
                        null,
                        incident.people().stream()
                                .map(one -> one.ticket() + " " + one.handling())
                                .collect(Collectors.joining("；")));
    }
}
