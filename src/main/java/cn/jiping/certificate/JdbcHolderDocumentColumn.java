package cn.jiping.certificate;

import cn.jiping.database.Columns;
import cn.jiping.keys.EncryptedColumn;
import cn.jiping.keys.Vault;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 持证人证件号码列: re-encrypts the numbers on certificates while the program runs. */
@Repository
class JdbcHolderDocumentColumn implements EncryptedColumn {
    private static final String DUE = "substring(document_number from 1 for 9) <> :prefix";

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcHolderDocumentColumn(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(UUID session, UUID id, String number) {}

    @Override
    public String name() {
        return JdbcCertificateRows.DOCUMENT;
    }

    @Override
    @Transactional
    public int reencrypt(int atMost) {
        var due =
                jdbc.sql(
                                "select session_id, id, document_number from certificate.certificate where "
                                        + DUE
                                        + " limit :most")
                        .param("prefix", vault.currentPrefix())
                        .param("most", atMost)
                        .query((row, _) ->
                                new Row(
                                        Columns.uuid(row, "session_id"),
                                        Columns.uuid(row, "id"),
                                        vault.decrypt(
                                                Objects.requireNonNull(
                                                        row.getBytes("document_number")),
                                                name())))
                        .list();
        due.forEach(this::reencrypt);
        return due.size();
    }

    private void reencrypt(Row row) {
        jdbc.sql(
                        """
                        update certificate.certificate set document_number = :number
                        where session_id = :session and id = :id
                        """)
                .param("number", vault.encrypt(row.number(), name()))
                .param("session", row.session())
                .param("id", row.id())
                .update();
    }

    @Override
    public long remaining() {
        return jdbc.sql("select count(*) from certificate.certificate where " + DUE)
                .param("prefix", vault.currentPrefix())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
