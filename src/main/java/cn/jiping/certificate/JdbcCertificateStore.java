package cn.jiping.certificate;

import cn.jiping.database.Columns;
import cn.jiping.database.ScopeColumns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCertificateStore implements CertificateStore {
    /** Where nothing lies: looked up in place of what is unknown, so that both take as long. */
    private static final Where NOWHERE = new Where(new UUID(0, 0), new UUID(0, 0));

    private final JdbcClient jdbc;
    private final JdbcCertificateRows rows;

    JdbcCertificateStore(JdbcClient jdbc, JdbcCertificateRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    private record Where(UUID session, UUID certificate) {}

    @Override
    public boolean claim(SessionId session, UUID result, CertificateId certificate) {
        return jdbc.sql(
                                """
                                insert into certificate.of_result (session_id, result_id, certificate_id)
                                values (:session, :result, :id)
                                on conflict do nothing
                                """)
                        .param("session", session.value())
                        .param("result", result)
                        .param("id", certificate.value())
                        .update()
                == 1;
    }

    @Override
    public Optional<CertificateId> loadOf(SessionId session, UUID result) {
        return jdbc.sql(
                        """
                        select certificate_id from certificate.of_result
                        where session_id = :session and result_id = :result
                        """)
                .param("session", session.value())
                .param("result", result)
                .query((row, _) -> new CertificateId(Columns.uuid(row, "certificate_id")))
                .optional();
    }

    @Override
    public int nextSerial(String series) {
        return jdbc.sql(
                        """
                        insert into certificate.series (series, taken) values (:series, 1)
                        on conflict (series) do update set taken = certificate.series.taken + 1
                        returning taken
                        """)
                .param("series", series)
                .query((row, _) -> row.getInt("taken"))
                .single();
    }

    @Override
    public void insert(Certificate certificate) {
        var columns = rows.columns(certificate);
        jdbc.sql(
                        """
                        with token as (
                            insert into certificate.token (token, session_id, certificate_id)
                            values (:token, :session, :id)),
                        place as (
                            insert into certificate.place (certificate_id, session_id)
                            values (:id, :session)),
                        own as (
                            insert into certificate.of_person (person_id, session_id, certificate_id)
                            values (:person, :session, :id))
                        insert into certificate.certificate (session_id, id, result_id, edition, number,
                            token, jurisdiction, session_title, person_id, holder_name, document_kind,
                            document_number, photo_id, occupation, level, city, city_name, county,
                            county_name, issuer, issuer_name, issued_on, issued_at, status, contested,
                            ended_on, ended_reason, handed_to, handed_by, handed_out_at, version)
                        values (:session, :id, :result, :edition, :number, :token, :jurisdiction, :title,
                            :person, :name, :kind, :document, :photo, :occupation, :level, :city,
                            :city_name, :county, :county_name, :issuer, :issuer_name, :issued_on,
                            :issued_at, :status, :contested, :ended_on, :ended_reason, :handed_to,
                            :handed_by, :handed_out_at, 0)
                        """)
                .params(columns)
                .update();
    }

    @Override
    public void lead(Certificate certificate) {
        var facts = certificate.facts();
        jdbc.sql(
                        """
                        with number as (
                            insert into certificate.number (number, session_id, certificate_id)
                            values (:number, :session, :id)
                            on conflict (number) do update set certificate_id = excluded.certificate_id
                            where number.session_id = excluded.session_id)
                        update certificate.of_result set certificate_id = :id
                        where session_id = :session and result_id = :result
                        """)
                .param("number", facts.issue().number())
                .param("session", facts.session().id().value())
                .param("result", facts.result())
                .param("id", certificate.id().value())
                .update();
    }

    @Override
    public void update(Certificate certificate) {
        var facts = certificate.facts();
        var written =
                jdbc.sql(
                                """
                                update certificate.certificate
                                set status = :status, contested = :contested, ended_on = :ended_on,
                                    ended_reason = :ended_reason, handed_to = :handed_to,
                                    handed_by = :handed_by, handed_out_at = :handed_out_at,
                                    county = :county, county_name = :county_name,
                                    version = version + 1
                                where session_id = :session and id = :id and version = :seen
                                """)
                        .params(JdbcCertificateRows.fate(certificate))
                        .params(JdbcCertificateRows.county(facts.county()))
                        .param("session", facts.session().id().value())
                        .param("id", certificate.id().value())
                        .param("seen", certificate.version())
                        .update();
        if (written != 1) {
            throw new Stale(List.of(), null, null);
        }
        var revocation = certificate.fate().revocation();
        if (revocation != null) {
            keep(certificate, revocation);
        }
    }

    private void keep(Certificate certificate, Revocation revocation) {
        jdbc.sql(
                        """
                        insert into certificate.revocation (session_id, certificate_id, id, ground,
                            reason, source_document, source_clause, source_practice, proposed_account,
                            proposed_person, proposed_name, proposed_at, decided_account,
                            decided_person, decided_name, decided_at, outcome)
                        values (:session, :id, :revocation, :ground, :reason, :source_document,
                            :source_clause, :source_practice, :proposed_account, :proposed_person,
                            :proposed_name, :proposed_at, :decided_account, :decided_person,
                            :decided_name, :decided_at, :outcome)
                        on conflict (session_id, certificate_id, id) do update
                        set decided_account = excluded.decided_account,
                            decided_person = excluded.decided_person,
                            decided_name = excluded.decided_name, decided_at = excluded.decided_at,
                            outcome = excluded.outcome
                        """)
                .params(JdbcCertificateRows.columns(revocation))
                .param("session", certificate.facts().session().id().value())
                .param("id", certificate.id().value())
                .update();
    }

    @Override
    public Optional<Certificate> find(Scope scope, CertificateId id) {
        return where(id).flatMap(where -> find(scope, where));
    }

    private Optional<Where> where(CertificateId id) {
        return where(
                "select session_id, certificate_id from certificate.place where certificate_id = :key",
                id.value());
    }

    private Optional<Certificate> find(Scope scope, Where where) {
        return jdbc.sql(
                        """
                        select * from certificate.certificate
                        where session_id = :session and id = :id and \
                        """
                                + JdbcVisibility.SEES)
                .params(key(where))
                .params(ScopeColumns.parameters(scope))
                .query((row, _) -> rows.certificate(row))
                .optional();
    }

    @Override
    public Optional<Certificate> lock(Scope scope, CertificateId id) {
        var where = where(id);
        where.ifPresent(found ->
                jdbc.sql(
                                """
                                select id from certificate.certificate
                                where session_id = :session and id = :id for update
                                """)
                        .params(key(found))
                        .query(UUID.class)
                        .optional());
        return where.flatMap(found -> find(scope, found));
    }

    @Override
    public Optional<Certificate> loadByNumber(String number) {
        return load(
                where(
                        "select session_id, certificate_id from certificate.number where number = :key",
                        number));
    }

    @Override
    public Optional<Certificate> loadByToken(String token) {
        return load(
                where(
                        "select session_id, certificate_id from certificate.token where token = :key",
                        token));
    }

    private Optional<Where> where(String sql, Object key) {
        return jdbc.sql(sql)
                .param("key", key)
                .query((row, _) ->
                        new Where(
                                Columns.uuid(row, "session_id"),
                                Columns.uuid(row, "certificate_id")))
                .optional();
    }

    private Optional<Certificate> load(Optional<Where> where) {
        return jdbc.sql(
                        """
                        select * from certificate.certificate where session_id = :session and id = :id
                        """)
                .params(key(where.orElse(NOWHERE)))
                .query((row, _) -> rows.certificate(row))
                .optional();
    }

    private static Map<String, Object> key(Where where) {
        return Map.of("session", where.session(), "id", where.certificate());
    }
}
