package cn.jiping.task;

import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells people of tasks that came to them, are due soon or are late. */
@Component
class TaskNotices {
    private static final NoticeTemplate HANDED_OVER =
            new NoticeTemplate("task.handed-over", NoticeCategory.WORK, Channel.EMAIL);
    private static final NoticeTemplate HANDED_UP =
            new NoticeTemplate("task.handed-up", NoticeCategory.WORK, Channel.EMAIL);
    private static final NoticeTemplate HANDED_DOWN =
            new NoticeTemplate("task.handed-down", NoticeCategory.WORK, Channel.EMAIL);
    private static final NoticeTemplate DUE_SOON =
            new NoticeTemplate(
                    "task.due-soon", NoticeCategory.REMINDER, Channel.EMAIL, Channel.SMS);
    private static final NoticeTemplate OVERDUE =
            new NoticeTemplate("task.overdue", NoticeCategory.REMINDER, Channel.EMAIL, Channel.SMS);
    private static final NoticeTemplate WENT_UP =
            new NoticeTemplate("task.went-up", NoticeCategory.REMINDER, Channel.EMAIL);

    private final Notices notices;

    TaskNotices(Notices notices) {
        this.notices = notices;
    }

    void handedOver(Task task, Colleague colleague, Actor by) {
        notices.send(
                new NoticeDraft(
                        HANDED_OVER,
                        List.of(new Recipient.OfAccount(colleague.account())),
                        List.of(Argument.of(task.origin().title()), Argument.of(by.name())),
                        subject(task, task.duty().doers()),
                        key(task, "handed-over")));
    }

    void handed(Task task, Actor by, String act, String reason) {
        var duty = task.duty();
        notices.send(
                new NoticeDraft(
                        act.equals("task.handed-up") ? HANDED_UP : HANDED_DOWN,
                        recipients(duty.doers(), duty.place()),
                        List.of(
                                Argument.of(task.origin().title()),
                                Argument.of(by.name()),
                                Argument.of(reason)),
                        subject(task, duty.doers()),
                        key(task, "handed")));
    }

    /** Tells who has it in hand, or the office while nobody has, that the time runs out. */
    static NoticeDraft dueSoon(Task task, Deadline deadline, long daysLeft) {
        return new NoticeDraft(
                DUE_SOON,
                inCharge(task),
                List.of(
                        Argument.of(task.origin().title()),
                        Argument.of(deadline.dueAt()),
                        Argument.of(daysLeft)),
                subject(task, task.duty().doers()),
                key(task, "due-soon." + daysLeft));
    }

    static NoticeDraft overdue(Task task, Deadline deadline) {
        return late(task, deadline, OVERDUE, inCharge(task), task.duty().doers());
    }

    /** Tells the role that the task has gone up to. */
    static NoticeDraft wentUp(Task task, Deadline deadline, Role to) {
        var roles = Set.of(to);
        return late(task, deadline, WENT_UP, recipients(roles, task.duty().place()), roles);
    }

    void send(List<NoticeDraft> drafts) {
        notices.send(drafts);
    }

    private static NoticeDraft late(
            Task task,
            Deadline deadline,
            NoticeTemplate template,
            List<Recipient> recipients,
            Set<Role> roles) {
        return new NoticeDraft(
                template,
                recipients,
                List.of(
                        Argument.of(task.origin().title()),
                        Argument.of(deadline.dueAt()),
                        Argument.of(task.duty().placeName())),
                subject(task, roles),
                "task/" + task.id() + "/" + template.code() + "/" + roles);
    }

    private static List<Recipient> inCharge(Task task) {
        var claim = task.claim();
        return claim == null
                ? recipients(task.duty().doers(), task.duty().place())
                : List.of(new Recipient.OfAccount(claim.by()));
    }

    private static List<Recipient> recipients(Collection<Role> roles, TaskPlace place) {
        return roles.stream().sorted().map(role -> recipient(role, place)).toList();
    }

    private static Recipient recipient(Role role, TaskPlace place) {
        return switch (place) {
            case TaskPlace.Platform() -> new Recipient.Holding(role);
            case TaskPlace.Division(var division) -> new Recipient.HoldingIn(role, division);
            case TaskPlace.Body(var body, _) -> new Recipient.HoldingAt(role, body);
            case TaskPlace.Person(var person, _) -> new Recipient.OfPerson(person);
        };
    }

    private static NoticeSubject subject(Task task, Collection<Role> readers) {
        var door = readers.stream().sorted().toList().getFirst().door();
        return new NoticeSubject("task", task.id().toString(), door.path() + "/tasks/" + task.id());
    }

    /** Each version of the task tells its own; the same act done again tells again. */
    private static String key(Task task, String what) {
        return "task/" + task.id() + "/" + what + "/" + task.version();
    }
}
