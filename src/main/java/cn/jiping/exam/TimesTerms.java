package cn.jiping.exam;

import cn.jiping.plan.SessionCode;
import cn.jiping.policy.GoverningDate;
import cn.jiping.policy.LawPage;
import cn.jiping.policy.Terms;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** 开考时间: when each subject of a unified session begins. */
@LawPage(
        path = "exam/times",
        governedBy = GoverningDate.EXAM,
        in = {"33"})
public record TimesTerms(List<Row> sessions) implements Terms {
    public TimesTerms {
        sessions = List.copyOf(sessions);
    }

    /** One session; the day is that of theory. */
    public record Row(SessionCode session, LocalTime theory, LocalTime skills, LocalTime review) {
        LocalTime of(Subject subject) {
            return switch (subject) {
                case THEORY -> theory;
                case SKILLS -> skills;
                case REVIEW -> review;
            };
        }
    }

    /** When the subject begins; empty if the session stands on no row. */
    Optional<LocalTime> of(SessionCode session, Subject subject) {
        return sessions.stream()
                .filter(row -> row.session().equals(session))
                .findFirst()
                .map(row -> row.of(subject));
    }
}
