package cn.jiping.task;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 待办: opened and closed by the modules whose matters they are, done by the offices in between. */
@Service
public class Tasks {
    private static final int LONGEST_REASON = 500;
    private static final int EXPORT_PIECE = 1000;

    private final TaskStore store;
    private final InboxStore inbox;
    private final Offices offices;
    private final TaskFile file;
    private final TaskTexts texts;
    private final TaskNotices notices;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final TaskSettings settings;

    Tasks(
            TaskStore store,
            InboxStore inbox,
            Offices offices,
            TaskFile file,
            TaskTexts texts,
            TaskNotices notices,
            ApplicationEventPublisher events,
            BusinessClock clock,
            TaskSettings settings) {
        this.store = store;
        this.inbox = inbox;
        this.offices = offices;
        this.file = file;
        this.texts = texts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
        this.settings = settings;
    }

    /** Opens the task in the caller's transaction; under a known key nothing happens again. */
    @Transactional
    public TaskId open(Actor actor, TaskDraft draft) {
        var origin =
                new Task.Origin(
                        draft.key(),
                        draft.kind(),
                        texts.title(draft.kind(), draft.arguments()),
                        draft.subject(),
                        draft.deadline(),
                        clock.now());
        var duty = new Task.Duty(draft.place(), name(draft.place()), draft.roles(), Set.of());
        var task = Task.open(origin, duty, settings.aboveAfter());
        if (!store.add(task)) {
            return store.loadId(draft.key()).orElseThrow();
        }
        file.note(actor, task, "task.opened", "", texts.whose(duty), "");
        return task.id();
    }

    private String name(TaskPlace place) {
        return switch (place) {
            case TaskPlace.Platform() -> texts.platform();
            case TaskPlace.Division(var code) -> offices.name(code);
            case TaskPlace.Body(_, var name) -> name;
            case TaskPlace.Person(_, var name) -> name;
        };
    }

    /**
     * Closes the task because the matter is settled, whoever has it in hand. False if there is none
     * under the key or it had ended.
     */
    @Transactional
    public boolean close(Actor actor, String key, String outcome) {
        return end(actor, key, TaskStatus.DONE, "task.closed", outcome);
    }

    /** Takes the task away because the matter is off. */
    @Transactional
    public boolean cancel(Actor actor, String key, String reason) {
        return end(actor, key, TaskStatus.CANCELLED, "task.cancelled", reason);
    }

    private boolean end(Actor actor, String key, TaskStatus how, String act, String reason) {
        var found = store.lock(key);
        if (found.isEmpty() || !found.get().end(how, actor.name(), reason, clock.now())) {
            return false;
        }
        file.save(actor, found.get(), act, "", "", reason);
        return true;
    }

    /** How much waits for holders of the role inside the scope, for start pages. */
    @Transactional(readOnly = true)
    public TaskCounts counts(Scope scope, Role role) {
        return counts(scope, role, null);
    }

    @Transactional(readOnly = true)
    public TaskCounts counts(Actor actor) {
        return counts(actor.scope(), requireRole(actor), actor.requireAccount());
    }

    private TaskCounts counts(Scope scope, Role role, @Nullable AccountId account) {
        var now = clock.now();
        var tomorrow = BusinessClock.endOf(clock.today());
        return inbox.count(scope, role, account, now, tomorrow);
    }

    /** How much waits in each office of the actor's level and below, inside the scope. */
    @Transactional(readOnly = true)
    public List<OfficeCounts> countsByOffice(Actor actor) {
        var own = requireRole(actor).office();
        var levels =
                Stream.iterate(
                                Optional.of(own),
                                Optional::isPresent,
                                level -> level.flatMap(Ladder::below))
                        .map(Optional::get)
                        .toList();
        return inbox.countByOffice(actor.scope(), levels, clock.now());
    }

    @Transactional(readOnly = true)
    public Slice<TaskRow> inbox(Actor actor, TaskQuery query, Paging paging) {
        return inbox.page(actor.scope(), viewer(actor), query, clock.now(), paging);
    }

    /** Every row of the query by deadline, read piece by piece, up to the limit of an export. */
    public Iterator<TaskRow> export(Actor actor, TaskQuery query) {
        var viewer = viewer(actor);
        var now = clock.now();
        return Pieces.of(
                EXPORT_PIECE,
                settings.exportRows(),
                (after, size) -> inbox.export(actor.scope(), viewer, query, now, after, size));
    }

    private static InboxStore.Viewer viewer(Actor actor) {
        return new InboxStore.Viewer(requireRole(actor), actor.requireAccount());
    }

    static Role requireRole(Actor actor) {
        var role = actor.role();
        if (role == null) {
            throw new IllegalStateException("Only roles have tasks");
        }
        return role;
    }

    /**
     * @throws NotFound if the task is not for the actor's role and scope and was not handed on by
     *     them
     */
    @Transactional(readOnly = true)
    public TaskView view(Actor actor, TaskId id) {
        var task =
                store.load(id)
                        .filter(t -> t.waitsFor(actor) || t.handedBy(actor))
                        .orElseThrow(() -> new NotFound("task", id));
        return TaskViews.of(actor, task, store.loadSteps(id));
    }

    /**
     * Takes the task in hand. Two at once: one gets it, the other is told who.
     *
     * @throws TaskRefused if somebody else has it or it has ended
     */
    @Transactional
    public void claim(Actor actor, TaskId id) {
        var task = lock(actor, id);
        if (!task.claimedBy(actor.account())) {
            task.claim(actor, clock.now());
            file.save(actor, task, "task.claimed", "", actor.name(), "");
        }
    }

    @Transactional
    public void release(Actor actor, TaskId id, int seen, String reason) {
        var task = lock(actor, id, seen);
        var claimant = claimant(task);
        task.release(actor);
        file.save(actor, task, "task.released", claimant, "", optional(reason));
    }

    /**
     * Gives the task to a colleague of the same office.
     *
     * @throws TaskRefused if the account is not one of {@link #colleagues}
     */
    @Transactional
    public void handOver(Actor actor, TaskId id, int seen, AccountId to, String reason) {
        var task = lock(actor, id, seen);
        var colleague =
                colleagues(actor, task).stream()
                        .filter(c -> c.account().equals(to))
                        .findAny()
                        .orElseThrow(TaskRefused::notAColleague);
        var claimant = claimant(task);
        task.handTo(actor, colleague, clock.now());
        file.save(actor, task, "task.handed-over", claimant, colleague.name(), optional(reason));
        notices.handedOver(task, colleague, actor);
    }

    /** Who else of the actor's office may do the task. */
    @Transactional(readOnly = true)
    public List<Colleague> colleagues(Actor actor, TaskId id) {
        return colleagues(actor, visible(actor, store.load(id), id));
    }

    private List<Colleague> colleagues(Actor actor, Task task) {
        var office = requireRole(actor).office();
        return task.duty().roles().stream()
                .filter(role -> role.office() == office)
                .flatMap(role -> offices.holding(role, task.duty().place()).stream())
                .filter(colleague -> !colleague.account().equals(actor.account()))
                .filter(colleague -> !task.claimedBy(colleague.account()))
                .distinct()
                .toList();
    }

    /**
     * Gives the task to the same work in the office above.
     *
     * @throws TaskRefused if there is no office above
     */
    @Transactional
    public void handUp(Actor actor, TaskId id, int seen, String reason) {
        var why = required(reason);
        var task = lock(actor, id, seen);
        var duty = task.duty();
        var above = Ladder.above(duty.office()).orElseThrow(TaskRefused::noOfficeThere);
        var there =
                new Task.Duty(
                        duty.place(), duty.placeName(), Ladder.at(above, duty.doers()), Set.of());
        hand(actor, task, there, "task.handed-up", why);
    }

    /**
     * Gives the task to the same work in an office below.
     *
     * @throws TaskRefused if the division is not one of {@link #below}
     */
    @Transactional
    public void handDown(Actor actor, TaskId id, int seen, DivisionCode to, String reason) {
        var why = required(reason);
        var task = lock(actor, id, seen);
        var duty = task.duty();
        var level = Ladder.below(duty.office()).orElseThrow(TaskRefused::noOfficeThere);
        var below =
                below(actor, task).stream()
                        .filter(place -> place.division().equals(to))
                        .findAny()
                        .orElseThrow(TaskRefused::noOfficeThere);
        var there =
                new Task.Duty(
                        new TaskPlace.Division(below.division()),
                        below.name(),
                        Ladder.at(level, duty.doers()),
                        Set.of());
        hand(actor, task, there, "task.handed-down", why);
    }

    private void hand(Actor actor, Task task, Task.Duty there, String act, String reason) {
        var was = texts.whose(task.duty());
        task.handTo(actor, there, clock.now());
        file.save(actor, task, act, was, texts.whose(there), reason);
        notices.handed(task, actor, act, reason);
    }

    /** The divisions the actor may hand the task down to. */
    @Transactional(readOnly = true)
    public List<Below> below(Actor actor, TaskId id) {
        return below(actor, visible(actor, store.load(id), id));
    }

    private List<Below> below(Actor actor, Task task) {
        var level = Ladder.below(task.duty().office());
        return level.isPresent() && task.duty().place() instanceof TaskPlace.Division(var place)
                ? offices.below(place, level.get()).stream()
                        .filter(below -> actor.scope().covers(below.division()))
                        .toList()
                : List.of();
    }

    /**
     * Brings back what was handed up or down, as long as nobody there has taken it in hand.
     *
     * @throws TaskRefused if there is nothing to take back or somebody there has it
     */
    @Transactional
    public void takeBack(Actor actor, TaskId id, int seen, String reason) {
        var task =
                store.lock(id)
                        .filter(t -> t.waitsFor(actor) || t.mayBeTakenBackBy(actor))
                        .orElseThrow(() -> new NotFound("task", id));
        requireAsSeen(task, seen);
        var was = texts.whose(task.duty());
        task.takeBack(actor);
        file.save(actor, task, "task.taken-back", was, texts.whose(task.duty()), optional(reason));
    }

    /**
     * Finishes a task of a kind that is done by hand.
     *
     * @throws TaskRefused if its module closes it, somebody else has it or it has ended
     */
    @Transactional
    public void finish(Actor actor, TaskId id, int seen, String note) {
        var what = required(note);
        var task = lock(actor, id, seen);
        task.finish(actor, what, clock.now());
        file.save(actor, task, "task.finished", "", "", what);
        events.publishEvent(new TaskEvent.Finished(id, task.origin().key(), what));
    }

    private Task lock(Actor actor, TaskId id, int seen) {
        var task = lock(actor, id);
        requireAsSeen(task, seen);
        return task;
    }

    private Task lock(Actor actor, TaskId id) {
        return visible(actor, store.lock(id), id);
    }

    private static Task visible(Actor actor, Optional<Task> task, TaskId id) {
        return task.filter(t -> t.waitsFor(actor)).orElseThrow(() -> new NotFound("task", id));
    }

    /** Whoever pressed a button saw the task as it was; if it has moved on, they decide again. */
    private void requireAsSeen(Task task, int seen) {
        if (task.version() != seen) {
            var since = store.loadStepsSince(task.id(), seen);
            var changes =
                    since.stream()
                            .map(step ->
                                    new Stale.Change(
                                            "act." + step.act(),
                                            step.became().isEmpty() ? step.reason() : step.became(),
                                            ""))
                            .toList();
            var last = since.isEmpty() ? null : since.getLast();
            throw new Stale(
                    changes, last == null ? null : last.actor(), last == null ? null : last.at());
        }
    }

    private static String claimant(Task task) {
        var claim = task.claim();
        return claim == null ? "" : claim.name();
    }

    private static String required(String reason) {
        var plain = optional(reason);
        if (plain.isEmpty()) {
            throw InvalidInput.of("reason", "task.reason");
        }
        return plain;
    }

    private static String optional(String reason) {
        var plain = reason.strip();
        if (plain.length() > LONGEST_REASON || plain.indexOf('\0') >= 0) {
            throw InvalidInput.of("reason", "task.reason-length", LONGEST_REASON);
        }
        return plain;
    }
}
