package cn.jiping.database;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who did something and when, as it stands in four columns: at, by, account, person. */
public final class Signatures {
    private Signatures() {}

    public static Map<String, @Nullable Object> signed(Signature by) {
        return signed("", by);
    }

    /** The parameters of one signature; all null where there is none. */
    public static Map<String, @Nullable Object> signed(String prefix, @Nullable Signature by) {
        var params = new HashMap<String, @Nullable Object>();
        params.put(prefix + "at", by == null ? null : Columns.at(by.at()));
        params.put(prefix + "by", by == null ? null : by.name());
        params.put(
                prefix + "account",
                by == null || by.account() == null ? null : by.account().value());
        params.put(
                prefix + "person", by == null || by.person() == null ? null : by.person().value());
        return params;
    }

    public static Signature signature(ResultSet row, String prefix) throws SQLException {
        var account = row.getObject(prefix + "account", UUID.class);
        var person = row.getObject(prefix + "person", UUID.class);
        return new Signature(
                account == null ? null : new AccountId(account),
                person == null ? null : new PersonId(person),
                row.getString(prefix + "by"),
                Columns.instant(row, prefix + "at"));
    }

    /** The same where nobody may have signed yet. */
    public static @Nullable Signature signatureOrNull(ResultSet row, String prefix)
            throws SQLException {
        return row.getObject(prefix + "at") == null ? null : signature(row, prefix);
    }
}
