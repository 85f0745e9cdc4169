package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a place stands in its three columns. */
record JdbcPlaceColumns(@Nullable String place, @Nullable String division, @Nullable UUID body) {
    static JdbcPlaceColumns of(Place place) {
        return switch (place) {
            case Place.Everywhere _ -> new JdbcPlaceColumns("EVERYWHERE", null, null);
            case Place.InDivision in -> new JdbcPlaceColumns("DIVISION", in.code().value(), null);
            case Place.AtBody at ->
                    new JdbcPlaceColumns("BODY", at.division().value(), at.body().value());
            case Place.Self _ -> new JdbcPlaceColumns("SELF", null, null);
        };
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
        return sql.param("place", place).param("division", division).param("body", body);
    }

    static Place read(ResultSet rs) throws SQLException {
        return switch (Columns.text(rs, "place")) {
            case "EVERYWHERE" -> new Place.Everywhere();
            case "DIVISION" -> new Place.InDivision(new DivisionCode(Columns.text(rs, "division")));
            case "BODY" ->
                    new Place.AtBody(
                            new BodyId(Columns.uuid(rs, "body")),
                            new DivisionCode(Columns.text(rs, "division")));
            case "SELF" -> new Place.Self();
            case String other -> throw new IllegalStateException("No such place: " + other);
        };
    }
}
