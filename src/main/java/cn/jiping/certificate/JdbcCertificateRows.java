package cn.jiping.certificate;

import cn.jiping.database.Columns;
import cn.jiping.database.SourceColumns;
import cn.jiping.file.FileId;
import cn.jiping.keys.Vault;
import cn.jiping.plan.SessionId;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a certificate stands in its row. */
@Component
class JdbcCertificateRows {
    static final String DOCUMENT = "certificate.holder.document";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcCertificateRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Map<String, @Nullable Object> columns(Certificate certificate) {
        var facts = certificate.facts();
        var columns = new HashMap<String, @Nullable Object>(fate(certificate));
        columns.put("session", facts.session().id().value());
        columns.put("title", facts.session().title());
        columns.put("jurisdiction", facts.session().jurisdiction().value());
        columns.put("id", certificate.id().value());
        columns.put("result", facts.result());
        columns.put("occupation", facts.skill().occupation());
        columns.put("level", facts.skill().level().name());
        columns.putAll(holder(facts.holder()));
        columns.putAll(issue(facts.issue()));
        columns.put("city", facts.city().code().value());
        columns.put("city_name", facts.city().name());
        columns.putAll(county(facts.county()));
        return columns;
    }

    static Map<String, @Nullable Object> county(@Nullable Locality county) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("county", county == null ? null : county.code().value());
        columns.put("county_name", county == null ? null : county.name());
        return columns;
    }

    private Map<String, @Nullable Object> holder(CertificateFacts.Holder holder) {
        var columns = new HashMap<String, @Nullable Object>();
        var photo = holder.photo();
        columns.put("person", holder.person().value());
        columns.put("name", holder.name());
        columns.put("kind", holder.document().kind().name());
        columns.put("document", vault.encrypt(holder.document().number(), DOCUMENT));
        columns.put("photo", photo == null ? null : photo.value());
        return columns;
    }

    private static Map<String, @Nullable Object> issue(CertificateFacts.Issue issue) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("number", issue.number());
        columns.put("token", issue.token());
        columns.put("edition", issue.edition());
        columns.put("issuer", issue.issuer().code().value());
        columns.put("issuer_name", issue.issuer().name());
        columns.put("issued_on", issue.on());
        columns.put("issued_at", Columns.at(issue.at()));
        return columns;
    }

    static Map<String, @Nullable Object> fate(Certificate certificate) {
        var fate = certificate.fate();
        var ending = fate.ending();
        var given = fate.handOut();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("status", fate.status().name());
        columns.put("contested", fate.revocation() != null);
        columns.put("ended_on", ending == null ? null : ending.on());
        columns.put("ended_reason", ending == null ? null : ending.reason());
        columns.put("handed_to", given == null ? null : given.to());
        columns.put("handed_by", given == null ? null : given.by());
        columns.put("handed_out_at", given == null ? null : Columns.at(given.at()));
        return columns;
    }

    static Map<String, @Nullable Object> columns(Revocation revocation) {
        var decided = revocation.decided();
        var columns =
                new HashMap<String, @Nullable Object>(SourceColumns.cited(revocation.source()));
        columns.put("revocation", revocation.id());
        columns.put("ground", revocation.ground().name());
        columns.put("reason", revocation.reason());
        columns.put("outcome", revocation.outcome().name());
        columns.putAll(signature("proposed", revocation.proposed()));
        columns.putAll(signature("decided", decided));
        return columns;
    }

    private static Map<String, @Nullable Object> signature(
            String step, @Nullable Signature signature) {
        var columns = new HashMap<String, @Nullable Object>();
        var account = signature == null ? null : signature.account();
        var person = signature == null ? null : signature.person();
        columns.put(step + "_account", account == null ? null : account.value());
        columns.put(step + "_person", person == null ? null : person.value());
        columns.put(step + "_name", signature == null ? null : signature.name());
        columns.put(step + "_at", signature == null ? null : Columns.at(signature.at()));
        return columns;
    }

    Certificate certificate(ResultSet row) throws SQLException {
        var id = new CertificateId(Columns.uuid(row, "id"));
        var session = Columns.uuid(row, "session_id");
        return new Certificate(id, facts(row), fate(row, session, id), row.getInt("version"));
    }

    private CertificateFacts facts(ResultSet row) throws SQLException {
        return new CertificateFacts(
                session(row),
                Columns.uuid(row, "result_id"),
                holder(row),
                new PassedResult.Skill(
                        Columns.text(row, "occupation"),
                        SkillLevel.valueOf(Columns.text(row, "level"))),
                place(row, "city"),
                row.getString("county") == null ? null : place(row, "county"),
                new CertificateFacts.Issue(
                        Columns.text(row, "number"),
                        Columns.text(row, "token"),
                        row.getInt("edition"),
                        place(row, "issuer"),
                        Columns.date(row, "issued_on"),
                        Columns.instant(row, "issued_at")));
    }

    static PassedResult.Session session(ResultSet row) throws SQLException {
        return new PassedResult.Session(
                new SessionId(Columns.uuid(row, "session_id")),
                Columns.text(row, "session_title"),
                new Jurisdiction(Columns.text(row, "jurisdiction")));
    }

    static Locality place(ResultSet row, String which) throws SQLException {
        return new Locality(
                new DivisionCode(Columns.text(row, which)), Columns.text(row, which + "_name"));
    }

    private CertificateFacts.Holder holder(ResultSet row) throws SQLException {
        var photo = row.getObject("photo_id", UUID.class);
        var number = Objects.requireNonNull(row.getBytes("document_number"));
        return new CertificateFacts.Holder(
                new PersonId(Columns.uuid(row, "person_id")),
                Columns.text(row, "holder_name"),
                new IdentityDocument(
                        IdentityDocument.Kind.valueOf(Columns.text(row, "document_kind")),
                        vault.decrypt(number, DOCUMENT)),
                photo == null ? null : new FileId(photo));
    }

    private Certificate.Fate fate(ResultSet row, UUID session, CertificateId id)
            throws SQLException {
        var endedOn = row.getObject("ended_on", LocalDate.class);
        var handedOutAt = Columns.instantOrNull(row, "handed_out_at");
        return new Certificate.Fate(
                CertificateStatus.valueOf(Columns.text(row, "status")),
                endedOn == null ? null : new Ending(endedOn, Columns.text(row, "ended_reason")),
                row.getBoolean("contested") ? lastRevocation(session, id) : null,
                handedOutAt == null
                        ? null
                        : new HandOut(
                                Columns.text(row, "handed_to"),
                                Columns.text(row, "handed_by"),
                                handedOutAt));
    }

    private @Nullable Revocation lastRevocation(UUID session, CertificateId id) {
        return jdbc.sql(
                        """
                        select * from certificate.revocation
                        where session_id = :session and certificate_id = :id
                        order by proposed_at desc, id desc limit 1
                        """)
                .param("session", session)
                .param("id", id.value())
                .query((row, _) -> revocation(row))
                .optional()
                .orElse(null);
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        return new Revocation(
                Columns.uuid(row, "id"),
                RevocationTerms.Ground.valueOf(Columns.text(row, "ground")),
                Columns.text(row, "reason"),
                SourceColumns.source(row),
                signature(row, "proposed"),
                row.getString("decided_name") == null ? null : signature(row, "decided"),
                Revocation.Outcome.valueOf(Columns.text(row, "outcome")));
    }

    private static Signature signature(ResultSet row, String step) throws SQLException {
        var account = row.getObject(step + "_account", UUID.class);
        var person = row.getObject(step + "_person", UUID.class);
        return new Signature(
                account == null ? null : new AccountId(account),
                person == null ? null : new PersonId(person),
                Columns.text(row, step + "_name"),
                Columns.instant(row, step + "_at"));
    }
}
