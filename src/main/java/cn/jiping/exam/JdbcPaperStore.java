package cn.jiping.exam;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPaperStore implements PaperStore {
    private final JdbcClient jdbc;

    JdbcPaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Packet packet) {
        var place = packet.place();
        return jdbc.sql(
                                """
                                insert into exam.packet (session_id, id, city, room_id, room_name, sitting,
                                    number, sheets, step, version)
                                values (:session, :id, :city, :room, :name, :sitting, :number, :sheets,
                                    :step, 0)
                                on conflict do nothing
                                """)
                        .param("session", place.session().value())
                        .param("id", packet.id())
                        .param("city", place.city().value())
                        .param("room", place.room())
                        .param("name", packet.roomName())
                        .param("sitting", place.sitting().name())
                        .param("number", packet.number())
                        .param("sheets", packet.sheets())
                        .param("step", packet.step().name())
                        .update()
                == 1;
    }

    @Override
    public List<Packet> list(Scope scope, SessionId session, DivisionCode city) {
        var steps = listSteps(scope, session, city);
        return jdbc.sql(
                        """
                        select id, city, room_id, room_name, sitting, number, sheets, step
                        from exam.packet
                        where session_id = :session and city = :city
                          and (:everywhere or city = any(:divisions))
                        order by number
                        """)
                .param("session", session.value())
                .param("city", city.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> packet(session, row, steps))
                .list();
    }

    private static Packet packet(
            SessionId session, ResultSet row, Map<UUID, List<Packet.Handed>> steps)
            throws SQLException {
        var id = Columns.uuid(row, "id");
        return new Packet(
                id,
                new SittingPlace(
                        session,
                        new DivisionCode(Columns.text(row, "city")),
                        Columns.uuid(row, "room_id"),
                        Sitting.valueOf(Columns.text(row, "sitting"))),
                Columns.text(row, "room_name"),
                Columns.text(row, "number"),
                row.getInt("sheets"),
                PaperStep.valueOf(Columns.text(row, "step")),
                steps.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<Packet.Handed>> listSteps(
            Scope scope, SessionId session, DivisionCode city) {
        return jdbc
                .sql(
                        """
                        select packet_id, step, giver, taker, sheets, seal, note, handed_at, handed_by,
                            handed_account, handed_person
                        from exam.packet_step
                        where session_id = :session and city = :city
                          and (:everywhere or city = any(:divisions))
                        order by id
                        """)
                .param("session", session.value())
                .param("city", city.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> Map.entry(Columns.uuid(row, "packet_id"), handed(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Packet.Handed handed(ResultSet row) throws SQLException {
        return new Packet.Handed(
                PaperStep.valueOf(Columns.text(row, "step")),
                Columns.text(row, "giver"),
                Columns.text(row, "taker"),
                row.getInt("sheets"),
                Seal.valueOf(Columns.text(row, "seal")),
                Columns.text(row, "note"),
                Signatures.signature(row, "handed_"));
    }

    @Override
    public Optional<PaperStep> loadStep(SittingPlace place) {
        return jdbc.sql(
                        """
                        select step from exam.packet
                        where session_id = :session and room_id = :room and sitting = :sitting
                        """)
                .param("session", place.session().value())
                .param("room", place.room())
                .param("sitting", place.sitting().name())
                .query(String.class)
                .optional()
                .map(PaperStep::valueOf);
    }

    @Override
    public boolean move(SessionId session, UUID packet, PaperStep from, PaperStep to) {
        return jdbc.sql(
                                """
                                update exam.packet set step = :to, version = version + 1
                                where session_id = :session and id = :id and step = :from
                                """)
                        .param("session", session.value())
                        .param("id", packet)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    @Override
    public void insertStep(
            SessionId session, DivisionCode city, UUID packet, Packet.Handed handed) {
        jdbc.sql(
                        """
                        insert into exam.packet_step (session_id, id, packet_id, city, step, giver, taker,
                            sheets, seal, note, handed_at, handed_by, handed_account, handed_person)
                        values (:session, :id, :packet, :city, :step, :giver, :taker, :sheets, :seal,
                            :note, :at, :by, :account, :person)
                        """)
                .param("session", session.value())
                .param("id", Ids.next())
                .param("packet", packet)
                .param("city", city.value())
                .param("step", handed.step().name())
                .param("giver", handed.giver())
                .param("taker", handed.taker())
                .param("sheets", handed.sheets())
                .param("seal", handed.seal().name())
                .param("note", handed.note())
                .params(Signatures.signed(handed.by()))
                .update();
    }

    @Override
    public Map<DivisionCode, Map<PaperStep, Integer>> countBySteps(Scope scope, SessionId session) {
        var counts =
                new TreeMap<DivisionCode, Map<PaperStep, Integer>>(
                        Comparator.comparing(DivisionCode::value));
        jdbc.sql(
                        """
                        select city, step, count(*) as packets from exam.packet
                        where session_id = :session and (:everywhere or city = any(:divisions))
                        group by city, step
                        """)
                .param("session", session.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> {
                    var city = new DivisionCode(Columns.text(row, "city"));
                    return counts.computeIfAbsent(city, _ -> new EnumMap<>(PaperStep.class))
                            .put(
                                    PaperStep.valueOf(Columns.text(row, "step")),
                                    row.getInt("packets"));
                })
                .list();
        return counts;
    }
}
