package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 考试调整: what those were told who sit elsewhere or on another day, and where they came from. */
interface ChangedExamStore {
    /** Keeps what the person was told; the city they came from stays as it is. */
    void keep(Entry entry, ChangedExam changed);

    /** Asked for where they registered, or for where they sit. */
    Optional<ChangedExam> loadChanged(SessionId session, UUID examinee);

    /** How many of each city's own registrations stand, wherever and whenever they sit. */
    Map<Entry.City, Integer> loadHomeCounts(SessionId session);

    /** The last day on which somebody of the city may still leave because of a change. */
    Optional<LocalDate> loadLastWithdrawal(SessionId session, DivisionCode home);
}
