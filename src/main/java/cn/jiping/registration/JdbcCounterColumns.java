package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.database.Signatures;
import cn.jiping.file.FileId;
import cn.jiping.shared.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a counter in a row of registration.application. */
final class JdbcCounterColumns {
    private JdbcCounterColumns() {}

    static Map<String, @Nullable Object> parameters(@Nullable AtCounter counter) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("county", counter == null ? null : counter.county().value());
        params.put("county_name", counter == null ? null : counter.countyName());
        params.put("consent_text", counter == null ? null : counter.consentText());
        params.put("consent_file", counter == null ? null : counter.consent().value());
        params.putAll(Signatures.signed("consent_", counter == null ? null : counter.by()));
        return params;
    }

    static @Nullable AtCounter counter(ResultSet row) throws SQLException {
        var county = row.getString("county");
        return county == null
                ? null
                : new AtCounter(
                        new DivisionCode(county),
                        Columns.text(row, "county_name"),
                        Columns.text(row, "consent_text"),
                        new FileId(Columns.uuid(row, "consent_file")),
                        Signatures.signature(row, "consent_"));
    }
}
