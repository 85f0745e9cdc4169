package cn.jiping.certificate;

import cn.jiping.database.Columns;
import cn.jiping.database.PagedRows;
import cn.jiping.database.ScopeColumns;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCertificateListStore implements CertificateListStore {
    private static final String COLUMNS =
            """
            select id, number, holder_name, occupation, level, session_title, city_name, county_name,
                issued_on, status, handed_out_at
            """;
    private static final String MATCHING =
            " from certificate.certificate where "
                    + JdbcVisibility.SEES
                    + """
                     and (:text = '' or number ilike :like or holder_name ilike :like)
                     and (cast(:status as text) is null or status = :status)
                     and (cast(:session as uuid) is null or session_id = :session)
                     and (cast(:place as text) is null or city = :place or county = :place)
                     and (cast(:handed as boolean) is null or (handed_out_at is not null) = :handed)
                    """;

    private final JdbcClient jdbc;
    private final JdbcCertificateRows rows;

    JdbcCertificateListStore(JdbcClient jdbc, JdbcCertificateRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Slice<CertificateRow> list(Scope scope, CertificateFilter filter, Paging paging) {
        return rows(scope, filter).page(paging);
    }

    @Override
    public void export(Scope scope, CertificateFilter filter, Consumer<CertificateRow> each) {
        rows(scope, filter).each(each);
    }

    private PagedRows<CertificateRow> rows(Scope scope, CertificateFilter filter) {
        return new PagedRows<>(
                jdbc,
                COLUMNS,
                MATCHING,
                matching(scope, filter),
                order(filter),
                (row, _) -> row(row));
    }

    @Override
    public List<Certificate> listWhole(Scope scope, CertificateFilter filter, int most) {
        return jdbc.sql("select *" + MATCHING + order(filter) + " limit :limit")
                .params(matching(scope, filter))
                .param("limit", most)
                .query((row, _) -> rows.certificate(row))
                .list();
    }

    @Override
    public List<CertificateRow> listOf(Scope scope, PersonId person) {
        return jdbc.sql(
                        """
                        select c.id, c.number, c.holder_name, c.occupation, c.level, c.session_title,
                            c.city_name, c.county_name, c.issued_on, c.status, c.handed_out_at
                        from certificate.of_person p
                        join certificate.certificate c
                            on c.session_id = p.session_id and c.id = p.certificate_id
                        where p.person_id = :person and (:everywhere or c.city = any(:divisions)
                            or c.county = any(:divisions) or c.person_id = any(:persons))
                        order by c.issued_at desc, c.id desc
                        """)
                .param("person", person.value())
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    public List<PassedResult.Session> listSessions(Scope scope) {
        return jdbc.sql(
                        "select distinct session_id, session_title, jurisdiction from certificate.certificate where "
                                + JdbcVisibility.SEES
                                + " order by session_title, session_id")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> JdbcCertificateRows.session(row))
                .list();
    }

    @Override
    public List<Locality> listPlaces(Scope scope) {
        var cities = places(scope, "city");
        var counties = places(scope, "county");
        return Stream.concat(cities.stream(), counties.stream()).distinct().toList();
    }

    private List<Locality> places(Scope scope, String which) {
        var sql =
                switch (which) {
                    case "city" ->
                            "select distinct city, city_name from certificate.certificate where ";
                    default ->
                            "select distinct county, county_name from certificate.certificate where county is not null and ";
                };
        return jdbc.sql(sql + JdbcVisibility.SEES + " order by 1")
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> JdbcCertificateRows.place(row, which))
                .list();
    }

    private static String order(CertificateFilter filter) {
        var column =
                switch (filter.column()) {
                    case ISSUED -> " order by issued_at";
                    case NUMBER -> " order by number";
                    case HOLDER -> " order by holder_name";
                    case OCCUPATION -> " order by occupation";
                    case PLACE -> " order by coalesce(county, city)";
                };
        return column + (filter.descending() ? " desc, id desc" : ", id");
    }

    private static Map<String, @Nullable Object> matching(Scope scope, CertificateFilter filter) {
        var status = filter.status();
        var session = filter.session();
        var place = filter.place();
        var params = new HashMap<String, @Nullable Object>(ScopeColumns.parameters(scope));
        params.put("text", filter.text().strip());
        params.put("like", Columns.containing(filter.text()));
        params.put("status", status == null ? null : status.name());
        params.put("session", session == null ? null : session.value());
        params.put("place", place == null ? null : place.value());
        params.put("handed", filter.handedOut());
        return params;
    }

    private static CertificateRow row(ResultSet row) throws SQLException {
        return new CertificateRow(
                new CertificateId(Columns.uuid(row, "id")),
                Columns.text(row, "number"),
                Columns.text(row, "holder_name"),
                Columns.text(row, "occupation"),
                SkillLevel.valueOf(Columns.text(row, "level")),
                Columns.text(row, "session_title"),
                Columns.text(row, "city_name"),
                row.getString("county_name"),
                Columns.date(row, "issued_on"),
                CertificateStatus.valueOf(Columns.text(row, "status")),
                Columns.instantOrNull(row, "handed_out_at"));
    }
}
