package cn.jiping.plan;

import cn.jiping.clock.BusinessClock;
import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What waits for province and cities before registration opens. */
@Component
class SessionTasks {
    static final TaskKind ANNOUNCE = TaskKind.closedByItsModule("session-announce");
    static final TaskKind ACCEPT = TaskKind.closedByItsModule("session-accepting-body");

    private final Tasks tasks;

    SessionTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    void drafted(Actor actor, ExamSession session) {
        tasks.open(
                actor,
                new TaskDraft(
                        ANNOUNCE,
                        List.of(Argument.of(session.heading().title())),
                        subject(session),
                        new TaskPlace.Division(session.heading().province()),
                        Set.of(Role.PROVINCE_APPROVER),
                        beforeRegistration(session),
                        announceKey(session)));
    }

    /** Before the first minute of registration. */
    private static Deadline beforeRegistration(ExamSession session) {
        var opens = BusinessClock.startOf(session.days().windows().opensOn());
        return Deadline.at(opens, session.days().source());
    }

    void announced(Actor actor, ExamSession session, List<CityPart> parts) {
        tasks.close(actor, announceKey(session), "");
        for (var part : parts) {
            tasks.open(
                    actor,
                    new TaskDraft(
                            ACCEPT,
                            List.of(
                                    Argument.of(part.name()),
                                    Argument.of(session.heading().title())),
                            subject(session),
                            new TaskPlace.Division(part.division()),
                            Set.of(Role.CITY_CLERK),
                            beforeRegistration(session),
                            acceptKey(session.id(), part)));
        }
    }

    void discarded(Actor actor, ExamSession session, String reason) {
        tasks.cancel(actor, announceKey(session), reason);
    }

    void accepted(Actor actor, SessionId session, CityPart part) {
        tasks.close(actor, acceptKey(session, part), "");
    }

    private static TaskSubject subject(ExamSession session) {
        return new TaskSubject(
                "session", session.id().toString(), "/authority/sessions/" + session.id());
    }

    private static String announceKey(ExamSession session) {
        return "session/" + session.id() + "/announce";
    }

    private static String acceptKey(SessionId session, CityPart part) {
        return "session/" + session + "/accepting-body/" + part.division();
    }
}
