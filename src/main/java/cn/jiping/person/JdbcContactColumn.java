package cn.jiping.person;

import cn.jiping.keys.EncryptedColumn;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionOperations;

/** 联系方式列: re-encrypts and re-hashes one kind of contact while the program runs. */
final class JdbcContactColumn implements EncryptedColumn {
    private static final String DUE =
            """
            kind = :kind and (substring(value from 1 for 9) <> :prefix
             or left(fingerprint, length(:hashPrefix)) <> :hashPrefix)\
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final TransactionOperations transaction;
    private final ContactKind kind;

    JdbcContactColumn(
            JdbcClient jdbc, Sealer sealer, TransactionOperations transaction, ContactKind kind) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.transaction = transaction;
        this.kind = kind;
    }

    @Override
    public String name() {
        return kind.context();
    }

    @Override
    public int reencrypt(int atMost) {
        var done = transaction.execute(_ -> some(atMost));
        return done == null ? 0 : done;
    }

    private int some(int atMost) {
        var rows =
                due(jdbc.sql(
                                "select person_id, id, value from person.contact where "
                                        + DUE
                                        + " limit :most"))
                        .param("most", atMost)
                        .query((row, _) ->
                                new Row(
                                        row.getObject("person_id", UUID.class),
                                        row.getObject("id", UUID.class),
                                        new Ciphertext(row.getBytes("value"))))
                        .list();
        rows.forEach(this::reencrypt);
        return rows.size();
    }

    private void reencrypt(Row row) {
        var sealed = sealer.seal(kind, sealer.open(kind, row.value()));
        jdbc.sql(
                        """
                        update person.contact set value = :value, fingerprint = :fingerprint
                        where person_id = :person and id = :id
                        """)
                .param("value", sealed.encrypted().bytes())
                .param("fingerprint", sealed.fingerprint())
                .param("person", row.person())
                .param("id", row.id())
                .update();
    }

    @Override
    public long remaining() {
        return due(jdbc.sql("select count(*) from person.contact where " + DUE))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private StatementSpec due(StatementSpec statement) {
        return statement
                .param("kind", kind.name())
                .param("prefix", sealer.currentPrefix())
                .param("hashPrefix", sealer.currentFingerprintPrefix());
    }

    private record Row(UUID person, UUID id, Ciphertext value) {}
}
