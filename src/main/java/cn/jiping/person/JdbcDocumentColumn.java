package cn.jiping.person;

import cn.jiping.keys.EncryptedColumn;
import cn.jiping.shared.IdentityDocument;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 证件号码列: re-encrypts and re-hashes document numbers while the program runs. */
@Repository
class JdbcDocumentColumn implements EncryptedColumn {
    private static final String DUE =
            """
            (substring(number from 1 for 9) <> :prefix
             or left(fingerprint, length(:hashPrefix)) <> :hashPrefix)\
            """;

    private final JdbcClient jdbc;
    private final Sealer sealer;

    JdbcDocumentColumn(JdbcClient jdbc, Sealer sealer) {
        this.jdbc = jdbc;
        this.sealer = sealer;
    }

    @Override
    public String name() {
        return Sealer.DOCUMENT;
    }

    @Override
    @Transactional
    public int reencrypt(int atMost) {
        var due =
                jdbc.sql(
                                "select person_id, id, kind, number from person.document where "
                                        + DUE
                                        + " limit :most")
                        .param("prefix", sealer.currentPrefix())
                        .param("hashPrefix", sealer.currentFingerprintPrefix())
                        .param("most", atMost)
                        .query((row, _) ->
                                new Row(
                                        row.getObject("person_id", UUID.class),
                                        row.getObject("id", UUID.class),
                                        IdentityDocument.Kind.valueOf(row.getString("kind")),
                                        new Ciphertext(row.getBytes("number"))))
                        .list();
        due.forEach(this::reencrypt);
        return due.size();
    }

    private void reencrypt(Row row) {
        var sealed = sealer.seal(sealer.open(row.kind(), row.number()));
        jdbc.sql(
                        """
                        update person.document set number = :number, fingerprint = :fingerprint
                        where person_id = :person and id = :id
                        """)
                .param("number", sealed.encrypted().bytes())
                .param("fingerprint", sealed.fingerprint())
                .param("person", row.person())
                .param("id", row.id())
                .update();
        if (claimed(row)) {
            rehash(row, sealed.findableAs());
        }
    }

    /** A corrected document has given its number free and must not take it back. */
    private boolean claimed(Row row) {
        return jdbc.sql(
                        """
                        select exists (select 1 from person.document_number
                                       where person_id = :person and document_id = :id)
                        """)
                .param("person", row.person())
                .param("id", row.id())
                .query((result, _) -> result.getBoolean(1))
                .single();
    }

    private void rehash(Row row, List<String> fingerprints) {
        for (var fingerprint : fingerprints) {
            jdbc.sql(
                            """
                            insert into person.document_number (fingerprint, person_id, document_id)
                            values (:fingerprint, :person, :id)
                            on conflict (fingerprint) do nothing
                            """)
                    .param("fingerprint", fingerprint)
                    .param("person", row.person())
                    .param("id", row.id())
                    .update();
        }
        jdbc.sql(
                        """
                        delete from person.document_number
                        where person_id = :person and document_id = :id
                        and not fingerprint = any (:fingerprints)
                        """)
                .param("person", row.person())
                .param("id", row.id())
                .param("fingerprints", fingerprints.toArray(String[]::new))
                .update();
    }

    @Override
    public long remaining() {
        return jdbc.sql("select count(*) from person.document where " + DUE)
                .param("prefix", sealer.currentPrefix())
                .param("hashPrefix", sealer.currentFingerprintPrefix())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private record Row(UUID person, UUID id, IdentityDocument.Kind kind, Ciphertext number) {}
}
