package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAttendanceStore implements AttendanceStore {
    private static final String MARK =
            """
            select examinee_id, room_id, sitting, state, marked_at, marked_by, marked_account,
                marked_person
            from exam.attendance
            """;
    private static final String BEGUN =
            """
            select room_id, sitting, closed_at, closed_by, closed_account, closed_person, version
            from exam.room_sitting
            """;

    private static final String OF_CITY =
            """
             where session_id = :session and city = :city
              and (:everywhere or city = any(:divisions))
            """;

    private final JdbcClient jdbc;

    JdbcAttendanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UUID> loadByTicket(SessionId session, String ticket) {
        return jdbc.sql(
                        """
                        select examinee_id from exam.seat
                        where session_id = :session and ticket = :ticket
                        """)
                .param("session", session.value())
                .param("ticket", ticket)
                .query(UUID.class)
                .optional();
    }

    @Override
    public Optional<Mark> loadMark(SessionId session, UUID examinee, Sitting sitting) {
        return jdbc.sql(
                        MARK
                                + """
                                 where session_id = :session and examinee_id = :examinee
                                  and sitting = :sitting
                                """)
                .param("session", session.value())
                .param("examinee", examinee)
                .param("sitting", sitting.name())
                .query((row, _) -> mark(row))
                .optional();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                Columns.uuid(row, "examinee_id"),
                Columns.uuid(row, "room_id"),
                Sitting.valueOf(Columns.text(row, "sitting")),
                Attendance.valueOf(Columns.text(row, "state")),
                Signatures.signature(row, "marked_"));
    }

    @Override
    public List<Mark> listMarks(Scope scope, SessionId session, DivisionCode city) {
        return jdbc.sql(MARK + OF_CITY)
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> mark(row))
                .list();
    }

    private static Map<String, Object> part(SessionId session, DivisionCode city) {
        return Map.of("session", session.value(), "city", city.value());
    }

    @Override
    public List<Mark> listMarks(Scope scope, SittingPlace place, Collection<UUID> examinees) {
        return jdbc.sql(
                        MARK
                                + OF_CITY
                                + " and sitting = :sitting and examinee_id = any(:examinees)")
                .params(part(place.session(), place.city()))
                .params(ScopeColumns.parameters(scope))
                .param("sitting", place.sitting().name())
                .param("examinees", Columns.uuids(examinees))
                .query((row, _) -> mark(row))
                .list();
    }

    @Override
    public Optional<Begun> loadBegun(SittingPlace place) {
        return jdbc.sql(
                        BEGUN
                                + " where session_id = :session and room_id = :room and sitting = :sitting")
                .param("session", place.session().value())
                .param("room", place.room())
                .param("sitting", place.sitting().name())
                .query((row, _) -> begun(row))
                .optional();
    }

    @Override
    public List<Begun> listBegun(Scope scope, SessionId session, DivisionCode city) {
        return jdbc.sql(BEGUN + OF_CITY)
                .params(part(session, city))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> begun(row))
                .list();
    }

    private static Begun begun(ResultSet row) throws SQLException {
        return new Begun(
                Columns.uuid(row, "room_id"),
                Sitting.valueOf(Columns.text(row, "sitting")),
                Signatures.signatureOrNull(row, "closed_"),
                row.getInt("version"));
    }

    @Override
    public boolean hold(SittingPlace place) {
        return jdbc.sql(
                        """
                        insert into exam.room_sitting as s (session_id, room_id, sitting, city, version)
                        values (:session, :room, :sitting, :city, 0)
                        on conflict (session_id, room_id, sitting) do update
                        set version = s.version + 1
                        returning closed_at is null
                        """)
                .params(where(place))
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> where(SittingPlace place) {
        return Map.of(
                "session", place.session().value(),
                "city", place.city().value(),
                "room", place.room(),
                "sitting", place.sitting().name());
    }

    @Override
    public void close(SittingPlace place, Signature by) {
        jdbc.sql(
                        """
                        update exam.room_sitting set closed_at = :at, closed_by = :by,
                            closed_account = :account, closed_person = :person, version = version + 1
                        where session_id = :session and room_id = :room and sitting = :sitting
                        """)
                .params(where(place))
                .params(Signatures.signed(by))
                .update();
    }

    @Override
    public boolean insert(SittingPlace place, UUID examinee, Attendance state, Signature by) {
        return jdbc.sql(
                                """
                                insert into exam.attendance (session_id, examinee_id, sitting, city, room_id,
                                    state, marked_at, marked_by, marked_account, marked_person)
                                values (:session, :examinee, :sitting, :city, :room, :state, :at, :by,
                                    :account, :person)
                                on conflict do nothing
                                """)
                        .params(where(place))
                        .param("examinee", examinee)
                        .param("state", state.name())
                        .params(Signatures.signed(by))
                        .update()
                == 1;
    }

    @Override
    public void change(SittingPlace place, UUID examinee, Attendance state, Signature by) {
        jdbc.sql(
                        """
                        update exam.attendance set state = :state, marked_at = :at, marked_by = :by,
                            marked_account = :account, marked_person = :person
                        where session_id = :session and examinee_id = :examinee and sitting = :sitting
                        """)
                .params(where(place))
                .param("examinee", examinee)
                .param("state", state.name())
                .params(Signatures.signed(by))
                .update();
    }

    @Override
    public void delete(SittingPlace place, UUID examinee) {
        jdbc.sql(
                        """
                        delete from exam.attendance
                        where session_id = :session and examinee_id = :examinee and sitting = :sitting
                        """)
                .params(where(place))
                .param("examinee", examinee)
                .update();
    }
}
