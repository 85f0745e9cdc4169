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
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 实操考核安排: where, on which day and when each occupation and level of a city takes what is tested by
 * hand or before a panel. The city enters it; whoever it concerns is told, and told again when it
 * changes.
 */
@Service
public class PracticalArrangements {
    private static final int LONGEST_NOTE = 200;

    private final PracticalStore store;
    private final PracticalGroups groups;
    private final PracticalDues dues;
    private final RosterStore roster;
    private final SittingWindows windows;
    private final DayAccess access;
    private final ExamSessions sessions;
    private final Sites sites;
    private final Territories territories;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    PracticalArrangements(
            PracticalStore store,
            PracticalGroups groups,
            PracticalDues dues,
            RosterStore roster,
            SittingWindows windows,
            DayAccess access,
            ExamSessions sessions,
            Sites sites,
            Territories territories,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.groups = groups;
        this.dues = dues;
        this.roster = roster;
        this.windows = windows;
        this.access = access;
        this.sessions = sessions;
        this.sites = sites;
        this.territories = territories;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** What the cities that the actor sees have entered, and what is missing. */
    @Transactional(readOnly = true)
    public List<PracticalView> list(Actor actor, SessionId session) {
        return groups.list(actor.scope(), sessions.find(actor, session));
    }

    /**
     * @throws NotFound if the city lies outside the actor's scope, or nobody takes that sitting
     */
    @Transactional(readOnly = true)
    public PracticalView find(Actor actor, PracticalKey key) {
        return find(actor, sessions.find(actor, key.session()), key);
    }

    private PracticalView find(Actor actor, SessionView session, PracticalKey key) {
        if (!actor.scope().covers(key.city())) {
            throw new NotFound("practical arrangement", key.city());
        }
        return groups.list(Scope.ofDivisions(Set.of(key.city())), session).stream()
                .filter(one -> one.key().equals(key))
                .findAny()
                .orElseThrow(() -> new NotFound("practical arrangement", key.offering()));
    }

    /** 可以安排的日子. */
    public record Days(LocalDate from, LocalDate until, Source source) {}

    /** On which days it may be, by which clause. */
    public Days days(SessionView session) {
        var last = windows.lastDay(session);
        return new Days(
                session.days().theoryOn(), last.value(), last.reasons().getFirst().source());
    }

    /**
     * The sites of the city that may be chosen: for what is done by hand those that are registered
     * for the occupation, for a panel any that is in use.
     */
    @Transactional(readOnly = true)
    public List<SiteRow> sites(Actor actor, PracticalView group) {
        var rows = new ArrayList<SiteRow>();
        sites.export(actor, SiteFilter.all(), rows::add);
        return rows.stream()
                .filter(row -> liesIn(row.division(), group.key().city()))
                .filter(row -> !byHand(group) || row.uses().contains(SiteUse.PRACTICAL))
                .filter(row -> !byHand(group) || authorised(sites.find(actor, row.id()), group))
                .toList();
    }

    private static boolean byHand(PracticalView group) {
        return group.sitting() == Sitting.SKILLS_PRACTICAL;
    }

    private static boolean authorised(ExamSite site, PracticalView group) {
        return site.entry().uses().contains(SiteUse.PRACTICAL)
                && site.entry().occupations().contains(group.occupation());
    }

    private boolean liesIn(DivisionCode place, DivisionCode city) {
        return territories.line(place, clock.today()).stream()
                .anyMatch(division -> division.code().equals(city));
    }

    /**
     * 录入: pressed twice it is done once; entered already, it is a change with a reason.
     *
     * @param seen the version that was looked at; 0 if nothing was entered
     * @throws NotFound if the city lies outside the actor's scope, or nobody takes that sitting
     * @throws ExamRefused if there are no seats yet, the day or the site does not do, or somebody
     *     has signed in already
     */
    @Transactional
    public void enter(
            Actor actor, PracticalKey key, PracticalDraft draft, String reason, int seen) {
        var session = sessions.find(actor, key.session());
        var group = find(actor, session, key);
        requireArranged(key);
        var what = plain(draft);
        var before = group.place();
        if (before != null && before.what().equals(what)) {
            requireSeen(before, what, seen, seen + 1);
            return;
        }
        if (before != null) {
            requireSeen(before, what, seen, seen);
        }
        var why = before == null ? null : SmallGroups.requireReason(reason);
        var site = usable(actor, group, what.site());
        requireDay(session, what.day());
        requireNoClash(session, group, what);
        save(actor, session, group, place(actor, site, what, why, seen));
    }

    private void requireArranged(PracticalKey key) {
        if (roster.load(key.session(), key.city())
                .filter(exam -> exam.arranged() != null)
                .isEmpty()) {
            throw ExamRefused.seatsFirst();
        }
    }

    private static PracticalDraft plain(PracticalDraft draft) {
        var note = draft.note().replaceAll("\\R", " ").strip();
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("note", "exam.practical-note", LONGEST_NOTE);
        }
        return new PracticalDraft(draft.site(), draft.day(), draft.reportAt(), note);
    }

    /** One of the two versions it must be, or somebody was faster. */
    private static void requireSeen(
            PracticalPlace now, PracticalDraft wanted, int seen, int orAfter) {
        if (now.version() != seen && now.version() != orAfter) {
            throw changed(now, wanted);
        }
    }

    private static Stale changed(PracticalPlace now, PracticalDraft wanted) {
        var changes =
                Stream.of(
                                change("day", now.what().day(), wanted.day()),
                                change("report", now.what().reportAt(), wanted.reportAt()),
                                change("note", now.what().note(), wanted.note()))
                        .filter(change -> !change.now().equals(change.wanted()))
                        .toList();
        return new Stale(changes, now.by().name(), now.by().at());
    }

    private static Stale.Change change(String field, Object now, Object wanted) {
        return new Stale.Change("page.exam.practical." + field, now.toString(), wanted.toString());
    }

    private ExamSite usable(Actor actor, PracticalView group, SiteId id) {
        var site = sites.find(actor, id);
        var name = site.entry().name();
        if (!liesIn(site.entry().division(), group.key().city())) {
            throw ExamRefused.siteElsewhere(name);
        }
        if (!site.inUse()) {
            throw ExamRefused.siteClosed(name);
        }
        if (byHand(group) && !authorised(site, group)) {
            throw ExamRefused.siteNotAuthorised(name, group.occupation());
        }
        return site;
    }

    private void requireDay(SessionView session, LocalDate day) {
        var days = days(session);
        if (day.isBefore(days.from()) || day.isAfter(days.until())) {
            throw ExamRefused.practicalDay(days.from(), days.until(), days.source());
        }
        if (day.isBefore(clock.today())) {
            throw InvalidInput.of("day", "exam.practical-past");
        }
    }

    /** On the day of theory nobody is called away from what is written there. */
    private void requireNoClash(SessionView session, PracticalView group, PracticalDraft what) {
        if (!what.day().equals(session.days().theoryOn())) {
            return;
        }
        var at = what.day().atTime(what.reportAt()).atZone(BusinessClock.ZONE).toInstant();
        Stream.of(Subject.values())
                .map(subject -> Sitting.of(session, group.occupation(), group.level(), subject))
                .filter(sitting -> !sitting.practical())
                .forEach(sitting -> {
                    var window = windows.of(session, sitting);
                    if (window.starts() != null
                            && !at.isBefore(window.opens())
                            && at.isBefore(window.until())) {
                        throw ExamRefused.practicalClash(
                                ExamDays.written(window.opens()),
                                ExamDays.written(window.until()),
                                window.source());
                    }
                });
    }

    private PracticalPlace place(
            Actor actor, ExamSite site, PracticalDraft what, @Nullable String why, int seen) {
        return new PracticalPlace(
                what,
                site.entry().name(),
                site.entry().address(),
                why,
                Signature.of(actor, clock.now()),
                seen);
    }

    private void save(Actor actor, SessionView session, PracticalView group, PracticalPlace place) {
        var offering = session.offering(group.key().offering()).orElseThrow();
        var key = PracticalGroups.of(group.key(), offering);
        var before = group.place();
        if (before != null && store.begun(key)) {
            throw ExamRefused.practicalBegun();
        }
        if (!(before == null ? store.insert(key, place) : store.update(key, place))) {
            requireTheSame(store.load(key), place);
            return;
        }
        audit.record(actor, act(group, before, place));
        events.publishEvent(
                new ExamEvent.PracticalEntered(group.key(), place.version() + 1, clock.now()));
        dues.look(actor, session.id(), group.key().city());
    }

    /** The second of two clicks at once finds what it wanted; anything else is a conflict. */
    private static void requireTheSame(Optional<PracticalPlace> now, PracticalPlace wanted) {
        var found = now.orElseThrow(() -> new Stale(List.of(), null, null));
        if (!found.what().equals(wanted.what())) {
            throw changed(found, wanted.what());
        }
    }

    private static Act act(
            PracticalView group, @Nullable PracticalPlace before, PracticalPlace place) {
        var was = before == null ? null : before.what();
        return Act.of("exam.practical-entered", "session", group.key().session())
                .in(group.key().city())
                .changing("occupation", null, group.occupation())
                .changing("level", null, group.level())
                .changing("sitting", null, group.sitting())
                .changing("site", before == null ? null : before.siteName(), place.siteName())
                .changing("day", was == null ? null : was.day(), place.what().day())
                .changing("reportAt", was == null ? null : was.reportAt(), place.what().reportAt())
                .changing("note", was == null ? null : was.note(), place.what().note())
                .because(place.reason());
    }

    /** What a city's day shows of it; also for the invigilators there. */
    @Transactional(readOnly = true)
    public List<PracticalView> ofDay(Actor actor, SessionId session, DivisionCode city) {
        var here = access.require(actor, session, city);
        return groups.list(here.scope(), here.session()).stream()
                .filter(one -> one.key().city().equals(city))
                .toList();
    }

    /**
     * Where and when one examinee takes what is practical, as far as it is entered.
     *
     * @throws NotFound if it is somebody else's
     */
    @Transactional(readOnly = true)
    public Map<Sitting, PracticalPlace> of(Actor actor, SessionId session, UUID examinee) {
        var entry =
                roster.loadEntry(session, examinee)
                        .filter(one ->
                                actor.scope().covers(one.person())
                                        || actor.scope().covers(one.city().division()))
                        .orElseThrow(() -> new NotFound("examinee", examinee));
        return store.loadOf(entry.session(), entry.id());
    }
}
