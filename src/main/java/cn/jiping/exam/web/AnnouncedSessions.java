package cn.jiping.exam.web;

import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionRow;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Announced sessions, and the way to the pages below them. */
@Component
class AnnouncedSessions {
    private final ExamSessions sessions;

    AnnouncedSessions(ExamSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @throws NotFound if there is none, or it is not announced
     */
    SessionView find(Actor actor, SessionId id) {
        var view = sessions.find(actor, id);
        if (view.status() != SessionStatus.ANNOUNCED) {
            throw new NotFound("session", id);
        }
        return view;
    }

    /** The session of those who were moved to that day. */
    Optional<SessionRow> onAnotherDay(SessionId parent, LocalDate day) {
        return sessions.onOtherDays(parent).stream()
                .filter(one -> one.examOn().getFirst().equals(day))
                .findAny();
    }

    static List<Crumb> crumbs(SessionView view, Crumb... below) {
        var exams = new Crumb(ArrangementController.BASE, "nav.exams");
        var session =
                Crumb.named(
                        ArrangementController.BASE + "/" + view.id(),
                        view.heading().code().value());
        return Stream.concat(Stream.of(exams, session), Stream.of(below)).toList();
    }
}
