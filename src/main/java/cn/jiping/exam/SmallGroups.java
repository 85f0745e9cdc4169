package cn.jiping.exam;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.SmallGroup.Signed;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.GroupSizeTerms;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 不足人数的组: what becomes of those whose occupation and level too few sit for in their city. The city
 * proposes to pool them with another city or to hold their examination on another day, the province
 * decides.
 */
@Service
public class SmallGroups {
    private static final int LONGEST_REASON = 200;

    private final SmallGroupStore store;
    private final GroupRosterStore roster;
    private final ChangedExamStore told;
    private final FinalNumbersStore numbers;
    private final GroupFile file;
    private final GroupWatch watch;
    private final GroupLimits limits;
    private final GroupTasks tasks;
    private final GroupNotices notices;
    private final ExamSessions sessions;
    private final Policies policies;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SmallGroups(
            SmallGroupStore store,
            GroupRosterStore roster,
            ChangedExamStore told,
            FinalNumbersStore numbers,
            GroupFile file,
            GroupWatch watch,
            GroupLimits limits,
            GroupTasks tasks,
            GroupNotices notices,
            ExamSessions sessions,
            Policies policies,
            AuditTrail audit,
            BusinessClock clock) {
        this.store = store;
        this.roster = roster;
        this.told = told;
        this.numbers = numbers;
        this.file = file;
        this.watch = watch;
        this.limits = limits;
        this.tasks = tasks;
        this.notices = notices;
        this.sessions = sessions;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** The groups of a session in the cities that the actor may see. */
    @Transactional(readOnly = true)
    public List<SmallGroupView> list(Actor actor, SessionId session) {
        return store.list(actor.scope(), session).stream().map(SmallGroupView::of).toList();
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public SmallGroupView find(Actor actor, SessionId session, UUID id) {
        return SmallGroupView.of(require(actor, session, id));
    }

    private SmallGroup require(Actor actor, SessionId session, UUID id) {
        return store.find(actor.scope(), session, id)
                .orElseThrow(() -> new NotFound("small-group", id));
    }

    /** From how many on a group is examined; empty where the province asks for no number. */
    public Optional<InForce<GroupSizeTerms>> limit(SessionView session) {
        return limits.of(session);
    }

    /** What somebody was told whose examination is held elsewhere or on another day. */
    @Transactional(readOnly = true)
    public Optional<ChangedExam> changed(Actor actor, Entry entry) {
        return actor.scope().covers(entry.person()) || actor.scope().everywhere()
                ? told.loadChanged(entry.session(), entry.id())
                : Optional.empty();
    }

    /** The same in one sentence. */
    public String said(SessionView session, ChangedExam changed) {
        return notices.said(session, changed);
    }

    /** How many groups keep the city from arranging, as far as the actor may see them. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor, SessionId session, DivisionCode city) {
        return (int)
                list(actor, session).stream()
                        .filter(group -> group.status().waiting())
                        .filter(group -> group.city().division().equals(city))
                        .count();
    }

    /**
     * How many sit in each other city for the same occupation and level, of those the actor may
     * see.
     *
     * @throws NotFound if the group lies outside the actor's scope
     */
    @Transactional(readOnly = true)
    public Map<DivisionCode, Integer> elsewhere(Actor actor, SessionId session, UUID id) {
        var own = require(actor, session, id).key();
        return roster.loadCounts(session).entrySet().stream()
                .filter(count -> count.getKey().in(own.city()).equals(own))
                .filter(count -> !count.getKey().equals(own))
                .filter(count -> actor.scope().covers(count.getKey().city()))
                .collect(Collectors.toMap(count -> count.getKey().city(), Map.Entry::getValue));
    }

    /**
     * 提出处理意见; a proposal may be changed until the province decides.
     *
     * @param seen the version that was looked at
     * @throws NotFound if the group lies outside the actor's scope
     * @throws ExamRefused if it waits no more
     * @throws cn.jiping.plan.PlanRefused if the day it would be moved to will not do
     */
    @Transactional
    public void propose(
            Actor actor,
            SessionId session,
            UUID id,
            GroupMeasure measure,
            String reason,
            int seen) {
        var view = sessions.find(actor, session);
        numbers.lockFinal(session);
        var group = require(actor, session, id);
        var step = step(actor, view, group, measure, reason);
        file.requireAsSeen(group, seen);
        var law = terms(view);
        group.propose(step, new SmallGroupRule(law).decideBy(clock.today()).value());
        file.save(actor, group);
        tasks.toDecide(actor, view, group, law.source());
        audit.record(actor, measured("proposed", group, step));
    }

    private InForce<SmallGroupTerms> terms(SessionView view) {
        return policies.book()
                .in(view.heading().jurisdiction(), clock.today())
                .require(SmallGroupTerms.class);
    }

    private Signed step(
            Actor actor, SessionView view, SmallGroup group, GroupMeasure measure, String reason) {
        var why = requireReason(reason);
        return new Signed(usable(view, group, measure), why, Signature.of(actor, clock.now()));
    }

    static String requireReason(String reason) {
        var given = reason.strip();
        if (given.isEmpty()
                || given.length() > LONGEST_REASON
                || given.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of("reason", "exam.reason", LONGEST_REASON);
        }
        return given;
    }

    private GroupMeasure usable(SessionView view, SmallGroup group, GroupMeasure measure) {
        return switch (measure) {
            case GroupMeasure.Pool(var to) -> pool(view, group, to);
            case GroupMeasure.Move(var to) -> {
                if (!to.isAfter(view.days().theoryOn())) {
                    throw InvalidInput.of("day", "exam.group-day", view.days().theoryOn());
                }
                sessions.requireAnotherDay(view.id(), to);
                yield measure;
            }
        };
    }

    private static GroupMeasure pool(SessionView view, SmallGroup group, Entry.City to) {
        var part =
                view.part(to.division())
                        .filter(city -> !city.division().equals(group.key().city()))
                        .orElseThrow(() -> InvalidInput.of("city", "exam.group-city"));
        return new GroupMeasure.Pool(new Entry.City(part.division(), part.name()));
    }

    /** Known to the province alone: a city does not see how many sit in another. */
    private void requireEnough(SessionView view, SmallGroup group, Entry.City to) {
        var there = group.key().in(to.division());
        var together = roster.loadMembers(there).size() + roster.loadMembers(group.key()).size();
        var limit = limits.of(view).orElseThrow();
        var threshold = limit.terms().threshold();
        var waits = store.load(there).filter(other -> other.status().waiting()).isPresent();
        if (together < threshold && !waits) {
            throw ExamRefused.pooledTooFew(to.name(), together, threshold, limit.source());
        }
    }

    private static Act measured(String what, SmallGroup group, Signed step) {
        return GroupChanges.act(what, group)
                .changing("city", null, step.measure().city().map(Entry.City::name).orElse(null))
                .changing("day", null, step.measure().day().orElse(null))
                .because(step.reason());
    }

    /**
     * 退回重提.
     *
     * @throws NotFound if the group, or its province, lies outside the actor's scope
     * @throws ExamRefused if nothing is proposed
     */
    @Transactional
    public void sendBack(Actor actor, SessionId session, UUID id, String reason, int seen) {
        var view = ofProvince(actor, session);
        var group = require(actor, session, id);
        var why = requireReason(reason);
        file.requireAsSeen(group, seen);
        var law = terms(view);
        var before = GroupTasks.key(GroupTasks.DECIDE, group);
        group.sendBack(why, new SmallGroupRule(law).proposeBy(clock.today()).value());
        file.save(actor, group);
        tasks.sentBack(actor, view, group, before, law.source());
        audit.record(actor, GroupChanges.act("sent-back", group).because(why));
    }

    private SessionView ofProvince(Actor actor, SessionId session) {
        var view = sessions.find(actor, session);
        if (!actor.scope().covers(view.heading().province())) {
            throw new NotFound("session", session);
        }
        numbers.lockFinal(session);
        return view;
    }

    /**
     * 决定: as proposed, otherwise, or without a proposal. Everybody of the group is moved and told;
     * for another day its session is announced at once. Decided twice alike it is decided once.
     *
     * @throws NotFound if the group, or its province, lies outside the actor's scope
     * @throws ExamRefused if it waits no more, or too few would sit in the other city
     * @throws cn.jiping.plan.PlanRefused if the other day will not do
     */
    @Transactional
    public void decide(
            Actor actor,
            SessionId session,
            UUID id,
            GroupMeasure measure,
            String reason,
            int seen) {
        var view = ofProvince(actor, session);
        var group = require(actor, session, id);
        if (decidedSo(group, measure, seen)) {
            return;
        }
        file.requireAsSeen(group, seen);
        if (!group.status().waiting()) {
            throw ExamRefused.groupSettled();
        }
        var step = step(actor, view, group, measure, reason);
        step.measure().city().ifPresent(to -> requireEnough(view, group, to));
        group.decide(step);
        if (!file.saved(actor, group, now -> decidedSo(now, measure, seen))) {
            return;
        }
        tasks.decided(actor, group);
        audit.record(actor, measured("decided", group, step));
        watch.carryOut(actor, view, group, step);
    }

    private static boolean decidedSo(SmallGroup group, GroupMeasure measure, int seen) {
        var decided = group.steps().decided();
        return decided != null && group.version() == seen + 1 && decided.measure().equals(measure);
    }
}
