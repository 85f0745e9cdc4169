package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

interface AttendanceStore {
    /** 到考记录. */
    record Mark(UUID examinee, UUID room, Sitting sitting, Attendance state, Signature by) {}

    /** A sitting that somebody has begun: closed or not, and its version. */
    record Begun(UUID room, Sitting sitting, @Nullable Signature closed, int version) {}

    /** Who holds the ticket, in whatever city of the session. */
    Optional<UUID> loadByTicket(SessionId session, String ticket);

    Optional<Mark> loadMark(SessionId session, UUID examinee, Sitting sitting);

    List<Mark> listMarks(Scope scope, SessionId session, DivisionCode city);

    /** Theirs of the place's sitting, in whatever room. */
    List<Mark> listMarks(Scope scope, SittingPlace place, Collection<UUID> examinees);

    Optional<Begun> loadBegun(SittingPlace place);

    List<Begun> listBegun(Scope scope, SessionId session, DivisionCode city);

    /** Holds the sitting for the caller's transaction; true while it is open. */
    boolean hold(SittingPlace place);

    void close(SittingPlace place, Signature by);

    /** False if there is a mark of them already. */
    boolean insert(SittingPlace place, UUID examinee, Attendance state, Signature by);

    void change(SittingPlace place, UUID examinee, Attendance state, Signature by);

    void delete(SittingPlace place, UUID examinee);
}
