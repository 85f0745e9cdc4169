package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.plan.SubjectForm;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface CityReportStore {
    /** 上报的现状. */
    record State(
            SessionId session,
            Entry.City city,
            LocalDate dueOn,
            CityReportStatus status,
            int round,
            String assessors,
            @Nullable Reopened reopened,
            int version) {}

    /** 退回重报: why, and by whom; null for those reopened before that was kept. */
    record Reopened(String reason, @Nullable Signature by) {}

    /** How one occupation and level counts: all who sit, and those who sit for each subject. */
    record Count(String occupation, SkillLevel level, int all, int theory, int skills, int review) {
        ReportContent.Line line(SubjectForm skillsForm, SubjectForm reviewForm) {
            return new ReportContent.Line(
                    occupation,
                    level,
                    all,
                    theory,
                    skillsForm == SubjectForm.WRITTEN ? skills : 0,
                    reviewForm == SubjectForm.WRITTEN ? review : 0);
        }
    }

    /** False if the city has one. */
    boolean insert(State state);

    Optional<State> find(Scope scope, SessionId session, DivisionCode city);

    List<State> list(Scope scope, SessionId session);

    /** False if somebody was faster. */
    boolean update(State state);

    void keep(State state, CityReportView.Copy copy);

    List<CityReportView.Copy> loadCopies(SessionId session, DivisionCode city);

    /** Who sits in the city on the day of the session. */
    List<Count> loadCounts(SessionId session, DivisionCode city);
}
