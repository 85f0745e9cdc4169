package cn.jiping.registration;

import cn.jiping.database.Columns;
import cn.jiping.payment.FeeItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a resit in a row of registration.application. */
final class JdbcResitColumns {
    private JdbcResitColumns() {}

    static Map<String, @Nullable Object> parameters(@Nullable Resit resit) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("resit_offered", resit == null ? null : resit.offered());
        params.put("resit_kept", resit == null ? null : names(resit.kept()));
        params.put("resit_open", resit == null ? null : names(resit.open()));
        params.put("resit_published_on", resit == null ? null : resit.publishedOn());
        params.put("resit_until", resit == null ? null : resit.until());
        params.put("resit_decision", resit == null ? null : resit.decision());
        return params;
    }

    private static Object names(List<FeeItem> items) {
        return Columns.texts(items.stream().map(FeeItem::name).toList());
    }

    static @Nullable Resit resit(ResultSet row) throws SQLException {
        var offered = row.getObject("resit_offered", Boolean.class);
        return offered == null
                ? null
                : new Resit(
                        offered,
                        items(row, "resit_kept"),
                        items(row, "resit_open"),
                        Columns.date(row, "resit_published_on"),
                        Columns.date(row, "resit_until"),
                        Columns.uuid(row, "resit_decision"));
    }

    static List<FeeItem> items(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(FeeItem::valueOf)
                .toList();
    }
}
