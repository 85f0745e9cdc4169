package cn.jiping.exam;

import cn.jiping.plan.CityPart;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionFilter;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionStatus;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 考试日的范围: whose scope covers the city, and the invigilators of the body that accepted its
 * applications.
 */
@Component
class DayAccess {
    private static final int LATEST = 20;

    private final RosterStore roster;
    private final ExamSessions sessions;
    private final PaperStore papers;

    DayAccess(RosterStore roster, ExamSessions sessions, PaperStore papers) {
        this.roster = roster;
        this.sessions = sessions;
        this.papers = papers;
    }

    /** What a page or an act of a city's day rests on; the scope is for its stores. */
    record Here(SessionView session, CityExam exam, Scope scope) {}

    /**
     * @throws NotFound if the city is not the actor's, or nobody sits there
     */
    Here require(Actor actor, SessionId session, DivisionCode city) {
        var exam = roster.load(session, city).orElseThrow(() -> new NotFound("city exam", city));
        var view = sessions.find(Actor.program("exam"), session);
        if (actor.scope().covers(city)) {
            return new Here(view, exam, actor.scope());
        }
        if (view.part(city).filter(part -> invigilates(actor, part)).isPresent()) {
            return new Here(view, exam, Scope.ofDivisions(Set.of(city)));
        }
        throw new NotFound("city exam", city);
    }

    /**
     * @throws PapersRefused if the answer sheets of the sitting are with the province
     */
    void requireNotHandedOver(SittingPlace place) {
        if (papers.loadStep(place).filter(PaperStep.RETURNED::equals).isPresent()) {
            throw PapersRefused.handedOver();
        }
    }

    static boolean invigilates(Actor actor, CityPart part) {
        var accepting = part.accepting();
        return accepting != null && actor.scope().covers(accepting.body());
    }

    /** The cities whose applications the actor's body accepted and that have a roster. */
    List<Here> listOf(Actor actor) {
        var program = Actor.program("exam");
        var announced =
                new SessionFilter("", SessionStatus.ANNOUNCED, SessionFilter.Column.EXAM, true);
        return sessions.list(program, announced, Paging.within(1, LATEST)).rows().stream()
                .map(row -> sessions.find(program, row.id()))
                .flatMap(view ->
                        view.parts().stream()
                                .filter(part -> invigilates(actor, part))
                                .flatMap(part -> roster.load(view.id(), part.division()).stream())
                                .map(exam ->
                                        new Here(
                                                view,
                                                exam,
                                                Scope.ofDivisions(Set.of(exam.city().division())))))
                .toList();
    }
}
