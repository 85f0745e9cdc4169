package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考试日的结果: who can have no score in which subject, for the module that takes scores in. */
@Service
public class ExamOutcomes {
    private final DayAccess access;
    private final AttendanceStore attendance;
    private final Incidents incidents;

    ExamOutcomes(DayAccess access, AttendanceStore attendance, Incidents incidents) {
        this.access = access;
        this.attendance = attendance;
        this.incidents = incidents;
    }

    /**
     * By examinee and subject; what was voided counts as such, absent or not.
     *
     * @throws NotFound if the city is not the actor's, or nobody sits there
     */
    @Transactional(readOnly = true)
    public Map<UUID, Map<Subject, Outcome>> of(Actor actor, SessionId session, DivisionCode city) {
        var here = access.require(actor, session, city);
        var outcomes = new HashMap<UUID, Map<Subject, Outcome>>();
        for (var mark : attendance.listMarks(here.scope(), session, city)) {
            if (mark.state() == Attendance.ABSENT) {
                put(outcomes, mark.examinee(), mark.sitting().subject(), Outcome.ABSENT);
            }
        }
        incidents
                .voided(here)
                .forEach((examinee, subjects) ->
                        subjects.forEach(
                                subject -> put(outcomes, examinee, subject, Outcome.VOID)));
        return outcomes;
    }

    private static void put(
            Map<UUID, Map<Subject, Outcome>> outcomes,
            UUID examinee,
            Subject subject,
            Outcome outcome) {
        outcomes.computeIfAbsent(examinee, _ -> new EnumMap<>(Subject.class)).put(subject, outcome);
    }
}
