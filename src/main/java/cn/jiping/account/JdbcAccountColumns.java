package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.keys.EncryptedColumn;
import cn.jiping.keys.Vault;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The encrypted columns of accounts, for the rotation of keys. */
@Configuration(proxyBeanMethods = false)
class JdbcAccountColumns {
    @Bean
    EncryptedColumn accountPhones(JdbcClient jdbc, Vault vault) {
        return new Phones(jdbc, vault);
    }

    @Bean
    EncryptedColumn accountEmails(JdbcClient jdbc, Vault vault) {
        return new Emails(jdbc, vault);
    }

    private static final class Sealed {
        private final UUID id;
        private final byte[] content;

        Sealed(UUID id, byte[] content) {
            this.id = id;
            this.content = content;
        }
    }

    private record Phones(JdbcClient jdbc, Vault vault) implements EncryptedColumn {
        @Override
        public String name() {
            return JdbcAccountStore.PHONE;
        }

        @Override
        public int reencrypt(int atMost) {
            var rows =
                    due("select a.id, a.phone as content from account.account a where a.phone is not null"
                                    + " and (position(:prefix in a.phone) <> 1"
                                    + " or not starts_with(a.phone_fingerprint, :lookup)) limit :most")
                            .param("most", atMost)
                            .query((rs, _) ->
                                    new Sealed(Columns.uuid(rs, "id"), rs.getBytes("content")))
                            .list();
            rows.forEach(this::again);
            return rows.size();
        }

        private void again(Sealed row) {
            var phone = vault.decrypt(row.content, JdbcAccountStore.PHONE);
            jdbc.sql(
                            """
                            update account.account set phone = :phone, phone_fingerprint = :fingerprint
                            where id = :id and phone = :was
                            """)
                    .param("phone", vault.encrypt(phone, JdbcAccountStore.PHONE))
                    .param("fingerprint", vault.fingerprint(phone, JdbcAccountStore.PHONE))
                    .param("id", row.id)
                    .param("was", row.content)
                    .update();
        }

        @Override
        public long remaining() {
            return due("select count(*) from account.account a where a.phone is not null"
                            + " and (position(:prefix in a.phone) <> 1"
                            + " or not starts_with(a.phone_fingerprint, :lookup))")
                    .query(Long.class)
                    .single();
        }

        private JdbcClient.StatementSpec due(String sql) {
            return jdbc.sql(sql)
                    .param("prefix", vault.currentPrefix())
                    .param("lookup", vault.currentFingerprintPrefix());
        }
    }

    private record Emails(JdbcClient jdbc, Vault vault) implements EncryptedColumn {
        @Override
        public String name() {
            return JdbcAccountStore.EMAIL;
        }

        @Override
        public int reencrypt(int atMost) {
            var rows =
                    jdbc.sql(
                                    """
                                    select a.id, a.email as content from account.account a
                                    where a.email is not null and position(:prefix in a.email) <> 1 limit :most
                                    """)
                            .param("prefix", vault.currentPrefix())
                            .param("most", atMost)
                            .query((rs, _) ->
                                    new Sealed(Columns.uuid(rs, "id"), rs.getBytes("content")))
                            .list();
            rows.forEach(this::again);
            return rows.size();
        }

        private void again(Sealed row) {
            var email = vault.decrypt(row.content, JdbcAccountStore.EMAIL);
            jdbc.sql("update account.account set email = :email where id = :id and email = :was")
                    .param("email", vault.encrypt(email, JdbcAccountStore.EMAIL))
                    .param("id", row.id)
                    .param("was", row.content)
                    .update();
        }

        @Override
        public long remaining() {
            return jdbc.sql(
                            """
                            select count(*) from account.account a
                            where a.email is not null and position(:prefix in a.email) <> 1
                            """)
                    .param("prefix", vault.currentPrefix())
                    .query(Long.class)
                    .single();
        }
    }
}
