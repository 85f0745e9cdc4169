package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.CityReportStore.State;
import cn.jiping.exam.CityReportView.Copy;
import cn.jiping.institution.SiteRow;
import cn.jiping.notice.Argument;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.Offering;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SubjectForm;
import cn.jiping.policy.Deadline;
import cn.jiping.policy.Deadlines;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.ExamMode;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import cn.jiping.shared.Stale;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 市级上报: each city reports to the province how many sit for what, the papers needed, its sites and
 * its assessors. The platform fills it in, the city confirms it, the province may open it again.
 */
@Service
public class CityReports {
    static final TaskKind REPORT = TaskKind.closedByItsModule("exam-city-report");
    private static final int LONGEST_TEXT = 1000;

    private final CityReportStore store;
    private final ChangedExamStore numbers;
    private final Arrangements arrangements;
    private final Conflicts conflicts;
    private final ExamSessions sessions;
    private final Policies policies;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final BusinessClock clock;

    CityReports(
            CityReportStore store,
            ChangedExamStore numbers,
            Arrangements arrangements,
            Conflicts conflicts,
            ExamSessions sessions,
            Policies policies,
            Tasks tasks,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.numbers = numbers;
        this.arrangements = arrangements;
        this.conflicts = conflicts;
        this.sessions = sessions;
        this.policies = policies;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks every city of the session for its report; nothing happens where no day is fixed. */
    void ask(Actor actor, SessionView view) {
        due(view)
                .ifPresent(due ->
                        view.parts().stream()
                                .map(part -> new Entry.City(part.division(), part.name()))
                                .map(city -> fresh(view, city, due.value()))
                                .filter(store::insert)
                                .forEach(state -> tasks.open(actor, task(view, state, due))));
    }

    private static State fresh(SessionView view, Entry.City city, LocalDate dueOn) {
        return new State(view.id(), city, dueOn, CityReportStatus.OPEN, 1, "", null, 0);
    }

    private Optional<Finding<LocalDate>> due(SessionView view) {
        try {
            return Optional.of(
                    new Deadlines(policies.book(), view.heading().jurisdiction())
                            .due(Deadline.CITY_REPORT, ExamMode.UNIFIED, view.days().theoryOn()));
        } catch (NoRule _) {
            return Optional.empty();
        }
    }

    private static Source source(Finding<LocalDate> due) {
        return due.reasons().getFirst().source();
    }

    private static TaskDraft task(SessionView view, State state, Finding<LocalDate> due) {
        var city = state.city().division();
        return new TaskDraft(
                REPORT,
                List.of(Argument.of(state.city().name()), Argument.of(view.heading().title())),
                new TaskSubject(
                        "city-report",
                        view.id() + "/" + city,
                        "/authority/exams/" + view.id() + "/reports/" + city),
                new TaskPlace.Division(city),
                Set.of(Role.CITY_CLERK),
                cn.jiping.task.Deadline.endOf(due.value(), source(due)),
                key(state));
    }

    private static String key(State state) {
        return REPORT.code()
                + "/"
                + state.session()
                + "/"
                + state.city().division()
                + "/"
                + state.round();
    }

    /** The reports of a session in the cities that the actor may see. */
    @Transactional(readOnly = true)
    public List<CityReportView> list(Actor actor, SessionId session) {
        var view = sessions.find(actor, session);
        var home = numbers.loadHomeCounts(session);
        return store.list(actor.scope(), session).stream()
                .map(state -> view(actor, view, state, home))
                .toList();
    }

    /**
     * @throws NotFound if it lies outside the actor's scope, or none is asked for
     */
    @Transactional(readOnly = true)
    public CityReportView find(Actor actor, SessionId session, DivisionCode city) {
        var view = sessions.find(actor, session);
        return view(actor, view, require(actor, session, city), numbers.loadHomeCounts(session));
    }

    private State require(Actor actor, SessionId session, DivisionCode city) {
        return store.find(actor.scope(), session, city)
                .orElseThrow(() -> new NotFound("city-report", city));
    }

    private CityReportView view(
            Actor actor, SessionView view, State state, Map<Entry.City, Integer> home) {
        var copies = store.loadCopies(state.session(), state.city().division());
        var now = content(actor, view, state, home);
        var reopened = state.reopened();
        var stands = state.status() == CityReportStatus.CONFIRMED;
        var last = copies.isEmpty() ? null : copies.getLast();
        var content = stands && last != null ? last.content() : now;
        return new CityReportView(
                state.session(),
                state.city(),
                state.status(),
                new CityReportView.Term(
                        state.dueOn(), due(view).map(CityReports::source).orElseThrow()),
                copies.isEmpty() ? clock.today().isAfter(state.dueOn()) : copies.getFirst().late(),
                content,
                stands && content.countsOtherwiseThan(now),
                stands && last != null ? last.by() : null,
                copies,
                reopened == null ? null : reopened.reason(),
                state.version());
    }

    /** What the platform holds now. */
    private ReportContent content(
            Actor actor, SessionView view, State state, Map<Entry.City, Integer> home) {
        var city = state.city().division();
        return new ReportContent(
                home.entrySet().stream()
                        .filter(count -> count.getKey().division().equals(city))
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                store.loadCounts(view.id(), city).stream().map(count -> line(view, count)).toList(),
                sites(actor, view, city),
                state.assessors());
    }

    private static ReportContent.Line line(SessionView view, CityReportStore.Count count) {
        var offered =
                view.offerings().stream()
                        .filter(offering -> offering.occupation().equals(count.occupation()))
                        .filter(offering -> offering.level() == count.level())
                        .findFirst();
        return count.line(
                offered.map(Offering::skills).orElse(SubjectForm.WRITTEN),
                offered.map(Offering::review).orElse(SubjectForm.WRITTEN));
    }

    private List<ReportContent.Site> sites(Actor actor, SessionView view, DivisionCode city) {
        var chosen =
                arrangements.list(actor, view.id()).stream()
                        .filter(exam -> exam.city().division().equals(city))
                        .flatMap(exam -> Stream.ofNullable(exam.arranged()))
                        .map(CityExam.Arranged::site)
                        .findFirst();
        return arrangements.sites(actor, city).stream()
                .map(site -> site(site, chosen.filter(site.id()::equals).isPresent()))
                .toList();
    }

    private static ReportContent.Site site(SiteRow site, boolean chosen) {
        return new ReportContent.Site(
                site.name(), site.address(), site.rooms(), site.seats(), chosen);
    }

    /**
     * 上报: keeps a copy of what the platform holds now, with the assessors as the city wrote them;
     * pressed twice it is reported once.
     *
     * @param seen the version that was looked at
     * @throws NotFound if it lies outside the actor's scope
     */
    @Transactional
    public void confirm(
            Actor actor, SessionId session, DivisionCode city, String assessors, int seen) {
        var given = requireText(assessors);
        var state = require(actor, session, city);
        if (confirmedSo(state, seen)) {
            return;
        }
        requireAsSeen(state, seen);
        if (state.status() == CityReportStatus.CONFIRMED) {
            throw ExamRefused.reportedAlready(state.city().name());
        }
        var view = sessions.find(actor, session);
        var confirmed =
                new State(
                        session,
                        state.city(),
                        state.dueOn(),
                        CityReportStatus.CONFIRMED,
                        state.round(),
                        given,
                        null,
                        seen);
        if (!confirmedNow(confirmed)) {
            return;
        }
        var content = content(actor, view, confirmed, numbers.loadHomeCounts(session));
        var late = clock.today().isAfter(state.dueOn());
        store.keep(
                confirmed,
                new Copy(state.round(), content, late, Signature.of(actor, clock.now())));
        tasks.close(actor, key(state), "");
        audit.record(
                actor,
                act("confirmed", state)
                        .changing("candidates", null, content.candidates())
                        .changing("papers", null, content.papers())
                        .changing("late", null, late));
    }

    private static boolean confirmedSo(State state, int seen) {
        return state.status() == CityReportStatus.CONFIRMED && state.version() == seen + 1;
    }

    /** False for the second of two clicks at once: the first did it. */
    private boolean confirmedNow(State state) {
        if (store.update(state)) {
            return true;
        }
        var now = now(state);
        if (confirmedSo(now, state.version())) {
            return false;
        }
        throw changed(now);
    }

    private static String requireText(String text) {
        var given = text.strip();
        if (given.isEmpty() || given.length() > LONGEST_TEXT) {
            throw InvalidInput.of("assessors", "exam.assessors", LONGEST_TEXT);
        }
        return given;
    }

    private void requireAsSeen(State state, int seen) {
        if (state.version() != seen) {
            throw changed(state);
        }
    }

    private void save(State state) {
        if (!store.update(state)) {
            throw changed(now(state));
        }
    }

    private State now(State state) {
        return store.find(Scope.all(), state.session(), state.city().division()).orElse(state);
    }

    /** Named is whoever confirmed what stands now, or opened it again. */
    private Stale changed(State now) {
        return conflicts.of(
                last(now),
                new Stale.Change(
                        "page.exam.reports.state", "word.CityReportStatus." + now.status(), ""));
    }

    private Optional<Signature> last(State now) {
        return switch (now.status()) {
            case OPEN -> reopenedBy(now);
            case CONFIRMED ->
                    store.loadCopies(now.session(), now.city().division()).stream()
                            .reduce((_, later) -> later)
                            .map(Copy::by);
        };
    }

    private static Optional<Signature> reopenedBy(State now) {
        var reopened = now.reopened();
        return reopened == null ? Optional.empty() : Optional.ofNullable(reopened.by());
    }

    private static Act act(String what, State state) {
        return Act.of(
                        "exam.city-report-" + what,
                        "city-report",
                        state.session() + "/" + state.city().division())
                .in(state.city().division());
    }

    /**
     * 退回重报: the city confirms anew; what was confirmed before stays.
     *
     * @throws NotFound if the city, or its province, lies outside the actor's scope
     * @throws ExamRefused if it is not confirmed
     */
    @Transactional
    public void reopen(Actor actor, SessionId session, DivisionCode city, String reason, int seen) {
        var why = SmallGroups.requireReason(reason);
        var view = sessions.find(actor, session);
        if (!actor.scope().covers(view.heading().province())) {
            throw new NotFound("session", session);
        }
        var state = require(actor, session, city);
        requireAsSeen(state, seen);
        if (state.status() != CityReportStatus.CONFIRMED) {
            throw ExamRefused.notReported(state.city().name());
        }
        var reopened =
                new State(
                        session,
                        state.city(),
                        state.dueOn(),
                        CityReportStatus.OPEN,
                        state.round() + 1,
                        state.assessors(),
                        new CityReportStore.Reopened(why, Signature.of(actor, clock.now())),
                        seen);
        save(reopened);
        tasks.open(actor, task(view, reopened, due(view).orElseThrow()));
        audit.record(actor, act("reopened", state).because(why));
    }
}
