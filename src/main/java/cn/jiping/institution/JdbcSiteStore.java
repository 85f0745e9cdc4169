package cn.jiping.institution;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.database.Signatures;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSiteStore implements SiteStore {
    private static final String MATCHING =
            """
             where (:everywhere or division = any(:divisions))
               and (:text = '' or name ilike :like or address ilike :like)
               and (cast(:use as text) is null or :use = any(uses))
               and (:closed or closed_on is null)
            """;

    private final JdbcClient jdbc;

    JdbcSiteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(ExamSite site, String clientKey, Signature by) {
        return jdbc.sql(
                                """
                                insert into institution.site (id, division, name, address, uses, occupations,
                                    client_key, version, changed_at, changed_by,
                                    changed_account, changed_person)
                                values (:id, :division, :name, :address, :uses, :occupations, :key, 0,
                                    :at, :by, :account, :person)
                                on conflict do nothing
                                """)
                        .params(entry(site))
                        .params(Signatures.signed(by))
                        .param("key", clientKey)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> entry(ExamSite site) {
        var entry = site.entry();
        var params = new HashMap<String, @Nullable Object>();
        params.put("id", site.id().value());
        params.put("division", entry.division().value());
        params.put("name", entry.name());
        params.put("address", entry.address());
        params.put("uses", names(entry.uses()));
        params.put("occupations", Columns.texts(entry.occupations()));
        return params;
    }

    private static String[] names(Collection<SiteUse> uses) {
        return uses.stream().map(SiteUse::name).sorted().toArray(String[]::new);
    }

    @Override
    public boolean update(ExamSite site, Signature by) {
        try {
            return jdbc.sql(
                                    """
                                    update institution.site set division = :division, name = :name,
                                        address = :address, uses = :uses, occupations = :occupations,
                                        closed_on = :closed_on, version = version + 1,
                                        changed_at = :at, changed_by = :by,
                                        changed_account = :account, changed_person = :person
                                    where id = :id and version = :version
                                    """)
                            .params(entry(site))
                            .params(Signatures.signed(by))
                            .param("closed_on", site.closedOn())
                            .param("version", site.version())
                            .update()
                    == 1;
        } catch (DuplicateKeyException _) {
            throw SiteRefused.nameTaken(site.entry().name());
        }
    }

    @Override
    public Optional<Signature> loadChanged(SiteId id) {
        return jdbc.sql(
                        """
                        select changed_at, changed_by, changed_account, changed_person
                        from institution.site where id = :id and changed_at is not null
                        """)
                .param("id", id.value())
                .query((row, _) -> Signatures.signature(row, "changed_"))
                .optional();
    }

    @Override
    public void insertRoom(SiteId site, ExamRoom room) {
        jdbc.sql(
                        """
                        insert into institution.room (site_id, id, name, seats, columns)
                        values (:site, :id, :name, :seats, :columns)
                        """)
                .param("site", site.value())
                .param("id", room.id())
                .param("name", room.name())
                .param("seats", room.seats())
                .param("columns", room.columns())
                .update();
    }

    @Override
    public void deleteRoom(SiteId site, UUID room) {
        jdbc.sql("delete from institution.room where site_id = :site and id = :id")
                .param("site", site.value())
                .param("id", room)
                .update();
    }

    @Override
    public Optional<ExamSite> load(SiteId id) {
        return jdbc.sql(
                        """
                        select id, division, name, address, uses, occupations, closed_on, version
                        from institution.site where id = :id
                        """)
                .param("id", id.value())
                .query((row, _) -> site(row, rooms(id)))
                .optional();
    }

    private List<ExamRoom> rooms(SiteId id) {
        return jdbc.sql(
                        """
                        select id, name, seats, columns from institution.room
                        where site_id = :site order by length(name), name
                        """)
                .param("site", id.value())
                .query((row, _) ->
                        new ExamRoom(
                                Columns.uuid(row, "id"),
                                Columns.text(row, "name"),
                                row.getInt("seats"),
                                row.getInt("columns")))
                .list();
    }

    private static ExamSite site(ResultSet row, List<ExamRoom> rooms) throws SQLException {
        return new ExamSite(
                new SiteId(Columns.uuid(row, "id")),
                new SiteDraft(
                        new DivisionCode(Columns.text(row, "division")),
                        Columns.text(row, "name"),
                        Columns.text(row, "address"),
                        texts(row, "uses").stream()
                                .map(SiteUse::valueOf)
                                .collect(Collectors.toSet()),
                        texts(row, "occupations")),
                rooms,
                row.getObject("closed_on", LocalDate.class),
                row.getInt("version"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    @Override
    public Optional<SiteId> loadByClientKey(String clientKey) {
        return jdbc.sql("select id from institution.site where client_key = :key")
                .param("key", clientKey)
                .query(UUID.class)
                .optional()
                .map(SiteId::new);
    }

    @Override
    public Slice<SiteRow> list(Scope scope, SiteFilter filter, Paging paging) {
        var total =
                jdbc.sql("select count(*) from institution.site" + MATCHING)
                        .params(ScopeColumns.parameters(scope))
                        .params(narrowed(filter))
                        .query(Long.class)
                        .single();
        var rows =
                rows(scope, filter, " limit :limit offset :offset")
                        .param("limit", paging.size())
                        .param("offset", paging.offset())
                        .query((row, _) -> row(row))
                        .list();
        return new Slice<>(rows, total, paging);
    }

    @Override
    public void export(Scope scope, SiteFilter filter, Consumer<SiteRow> each) {
        rows(scope, filter, "").query((row, _) -> row(row)).list().forEach(each);
    }

    private JdbcClient.StatementSpec rows(Scope scope, SiteFilter filter, String part) {
        return jdbc.sql(
                        """
                        select id, division, name, address, uses, closed_on,
                            (select count(*) from institution.room where site_id = site.id) as rooms,
                            (select coalesce(sum(seats), 0) from institution.room where site_id = site.id) as seats
                        from institution.site
                        """
                                + MATCHING
                                + order(filter)
                                + part)
                .params(ScopeColumns.parameters(scope))
                .params(narrowed(filter));
    }

    private static String order(SiteFilter filter) {
        var column =
                switch (filter.column()) {
                    case NAME -> " order by name";
                    case DIVISION -> " order by division";
                    case SEATS -> " order by seats";
                };
        return column + (filter.descending() ? " desc, id desc" : ", id");
    }

    private static Map<String, @Nullable Object> narrowed(SiteFilter filter) {
        var use = filter.use();
        var params = new HashMap<String, @Nullable Object>();
        params.put("text", filter.text());
        params.put("like", Columns.containing(filter.text()));
        params.put("use", use == null ? null : use.name());
        params.put("closed", filter.closedToo());
        return params;
    }

    private static SiteRow row(ResultSet row) throws SQLException {
        return new SiteRow(
                new SiteId(Columns.uuid(row, "id")),
                new DivisionCode(Columns.text(row, "division")),
                Columns.text(row, "name"),
                Columns.text(row, "address"),
                texts(row, "uses").stream().map(SiteUse::valueOf).collect(Collectors.toSet()),
                row.getInt("rooms"),
                row.getInt("seats"),
                row.getObject("closed_on") == null);
    }
}
