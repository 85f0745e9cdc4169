package cn.jiping.payment;

import cn.jiping.database.Columns;
import cn.jiping.shared.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Sessions and cities with the names printed beside them. */
final class JdbcPrinted {
    private JdbcPrinted() {}

    static OrderDraft.Session session(ResultSet row) throws SQLException {
        return new OrderDraft.Session(
                Columns.uuid(row, "session_id"), Columns.text(row, "session_title"));
    }

    static OrderDraft.Payee city(ResultSet row) throws SQLException {
        return new OrderDraft.Payee(
                new DivisionCode(Columns.text(row, "city")), Columns.text(row, "city_name"));
    }
}
