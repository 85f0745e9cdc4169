package cn.jiping.territory;

import cn.jiping.shared.DivisionCode;
import cn.jiping.territory.DivisionChange.Authorised;
import cn.jiping.territory.DivisionChange.Began;
import cn.jiping.territory.DivisionChange.Ceded;
import cn.jiping.territory.DivisionChange.Ended;
import cn.jiping.territory.DivisionChange.Fact;
import cn.jiping.territory.DivisionChange.Moved;
import cn.jiping.territory.DivisionChange.Renamed;
import cn.jiping.territory.Territories.Withdrawal;
import cn.jiping.territory.Territories.WithdrawnChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTerritoryStore implements TerritoryStore {
    private static final String WITHDRAWN =
            """
            select d.id, d.in_force_on, d.basis, d.day_assumed, d.recorded_by, d.recorded_at,
                   c.code, c.kind, c.name, c.level, c.other, c.marked,
                   w.reason, w.recorded_by as withdrawn_by, w.recorded_at
            from territory.withdrawal w, territory.decree d, territory.change c
            where d.id = w.decree_id
            and c.decree_id = w.decree_id
            """;

    private final JdbcClient jdbc;

    JdbcTerritoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Revision loadRevision() {
        return jdbc.sql("select value, changed_by, changed_at from territory.revision where id = 1")
                .query((row, _) ->
                        new Revision(
                                row.getObject(1, UUID.class), row.getString(2), instant(row, 3)))
                .single();
    }

    @Override
    public List<DivisionChange> loadChanges() {
        return jdbc.sql(
                        """
                        select d.id, d.in_force_on, d.basis, d.day_assumed, d.recorded_by, d.recorded_at,
                               c.code, c.kind, c.name, c.level, c.other, c.marked
                        from territory.decree d, territory.change c
                        where c.decree_id = d.id
                        and not exists (
                            select 1 from territory.withdrawal w where w.decree_id = d.id)
                        order by d.id, c.ordinal
                        """)
                .query((row, _) -> change(row))
                .list();
    }

    private static DivisionChange change(ResultSet row) throws SQLException {
        return new DivisionChange(decree(row), new DivisionCode(row.getString("code")), fact(row));
    }

    @Override
    public List<WithdrawnChange> loadWithdrawn(DivisionCode place) {
        return withdrawn(
                jdbc.sql(
                                WITHDRAWN
                                        + """
                                        and (c.code = :place or c.other = :place)
                                        order by d.id, c.ordinal
                                        """)
                        .param("place", place.value()));
    }

    @Override
    public List<WithdrawnChange> loadWithdrawn(UUID decree) {
        return withdrawn(
                jdbc.sql(WITHDRAWN + "and d.id = :decree order by c.ordinal")
                        .param("decree", decree));
    }

    private static List<WithdrawnChange> withdrawn(StatementSpec select) {
        return select.query((row, _) ->
                        new WithdrawnChange(
                                change(row),
                                new Withdrawal(
                                        row.getString("reason"),
                                        row.getString("withdrawn_by"),
                                        instant(row, 15))))
                .list();
    }

    private static Decree decree(ResultSet row) throws SQLException {
        return new Decree(
                row.getObject("id", UUID.class),
                row.getObject("in_force_on", LocalDate.class),
                row.getString("basis"),
                row.getBoolean("day_assumed"),
                row.getString("recorded_by"),
                instant(row, 6));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("kind"))) {
            case BEGAN ->
                    new Began(
                            row.getString("name"),
                            DivisionLevel.valueOf(row.getString("level")),
                            code(row.getString("other")),
                            row.getBoolean("marked"));
            case RENAMED -> new Renamed(row.getString("name"));
            case MOVED -> new Moved(new DivisionCode(row.getString("other")));
            case ENDED -> new Ended(new DivisionCode(row.getString("other")));
            case CEDED -> new Ceded(new DivisionCode(row.getString("other")));
            case AUTHORISED -> new Authorised(row.getBoolean("marked"));
        };
    }

    private static @Nullable DivisionCode code(@Nullable String value) {
        return value == null ? null : new DivisionCode(value);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public boolean advance(UUID from, Revision to) {
        return jdbc.sql(
                                """
                                update territory.revision
                                set value = :value, changed_by = :by, changed_at = :at
                                where id = 1 and value = :from
                                """)
                        .param("value", to.value())
                        .param("by", to.by())
                        .param("at", to.at().atOffset(ZoneOffset.UTC))
                        .param("from", from)
                        .update()
                == 1;
    }

    @Override
    public void append(Decree decree, List<DivisionChange> changes) {
        jdbc.sql(
                        """
                        insert into territory.decree
                            (id, in_force_on, basis, day_assumed, recorded_by, recorded_at)
                        values (:id, :on, :basis, :assumed, :by, :at)
                        """)
                .param("id", decree.id())
                .param("on", decree.on())
                .param("basis", decree.basis())
                .param("assumed", decree.dayAssumed())
                .param("by", decree.recordedBy())
                .param("at", decree.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
        for (var i = 0; i < changes.size(); i++) {
            append(decree.id(), i, changes.get(i));
        }
    }

    private void append(UUID decree, int ordinal, DivisionChange change) {
        var row = Row.of(change.fact());
        jdbc.sql(
                        """
                        insert into territory.change
                            (decree_id, ordinal, code, kind, name, level, other, marked)
                        values (:decree, :ordinal, :code, :kind, :name, :level, :other, :marked)
                        """)
                .param("decree", decree)
                .param("ordinal", ordinal)
                .param("code", change.code().value())
                .param("kind", row.kind().name())
                .param("name", row.name())
                .param("level", row.level() == null ? null : row.level().name())
                .param("other", row.other() == null ? null : row.other().value())
                .param("marked", row.marked())
                .update();
    }

    @Override
    public void withdraw(UUID decree, String reason, Revision by) {
        jdbc.sql(
                        """
                        insert into territory.withdrawal (decree_id, reason, recorded_by, recorded_at)
                        values (:decree, :reason, :by, :at)
                        """)
                .param("decree", decree)
                .param("reason", reason)
                .param("by", by.by())
                .param("at", by.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private enum Kind {
        BEGAN,
        RENAMED,
        MOVED,
        ENDED,
        CEDED,
        AUTHORISED
    }

    private record Row(
            Kind kind,
            @Nullable String name,
            @Nullable DivisionLevel level,
            @Nullable DivisionCode other,
            boolean marked) {

        static Row of(Fact fact) {
            return switch (fact) {
                case Began(var name, var level, var parent, var ownCode) ->
                        new Row(Kind.BEGAN, name, level, parent, ownCode);
                case Renamed(var name) -> new Row(Kind.RENAMED, name, null, null, false);
                case Moved(var parent) -> new Row(Kind.MOVED, null, null, parent, false);
                case Ended(var heir) -> new Row(Kind.ENDED, null, null, heir, false);
                case Ceded(var to) -> new Row(Kind.CEDED, null, null, to, false);
                case Authorised(var mark) -> new Row(Kind.AUTHORISED, null, null, null, mark);
            };
        }
    }
}
