package cn.jiping.task;

import cn.jiping.shared.Actor;
import java.util.List;

/** What of a task shows to whom, and what they may do with it. */
final class TaskViews {
    private TaskViews() {}

    static TaskView of(Actor actor, Task task, List<TaskStep> steps) {
        return new TaskView(
                row(task, actor),
                task.origin().subject().path(),
                task.duty().roles().stream().sorted().toList(),
                passing(task),
                actions(actor, task),
                steps,
                task.version());
    }

    private static TaskRow row(Task task, Actor actor) {
        var origin = task.origin();
        var deadline = origin.deadline();
        var claim = task.claim();
        var end = task.end();
        return new TaskRow(
                task.id(),
                origin.kind().code(),
                origin.title(),
                task.duty().placeName(),
                deadline == null ? null : new TaskRow.Due(deadline.dueAt(), deadline.source()),
                new TaskRow.Standing(
                        task.status(),
                        claim == null ? null : claim.name(),
                        task.claimedBy(actor.account()),
                        end == null ? null : end.at()),
                origin.openedAt());
    }

    private static TaskView.Passing passing(Task task) {
        var handover = task.handover();
        var end = task.end();
        return new TaskView.Passing(
                handover == null ? null : handover.name(),
                end == null ? null : end.by(),
                end == null ? null : end.reason());
    }

    private static TaskView.Actions actions(Actor actor, Task task) {
        var going = !task.status().ended();
        var here = going && task.waitsFor(actor);
        var free = task.claim() == null;
        var mine = task.claimedBy(actor.account());
        var inHand = here && (free || mine || Ladder.approves(Tasks.requireRole(actor)));
        var office = task.duty().office();
        var shared = !(task.duty().place() instanceof TaskPlace.Person);
        return new TaskView.Actions(
                here && free && shared,
                here && !free && inHand && shared,
                inHand && Ladder.hasColleagues(office),
                inHand && Ladder.above(office).isPresent(),
                inHand && Ladder.below(office).isPresent(),
                going && free && task.mayBeTakenBackBy(actor),
                here && (free || mine) && task.origin().kind().doneByHand());
    }
}
