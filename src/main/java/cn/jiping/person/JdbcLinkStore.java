package cn.jiping.person;

import cn.jiping.database.Columns;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinkStore implements LinkStore {
    private final JdbcClient jdbc;

    JdbcLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PersonView.Dealing> loadDealings(PersonId person) {
        return jdbc.sql(
                        """
                        select place_kind, place, why, min(since) as since from person.link
                        where person_id = :person
                        group by place_kind, place, why order by place_kind, place, why
                        """)
                .param("person", person.value())
                .query((row, _) ->
                        new PersonView.Dealing(
                                place(row),
                                row.getString("why"),
                                row.getObject("since", LocalDate.class)))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        var place = row.getString("place");
        return row.getString("place_kind").equals("BODY")
                ? Place.of(BodyId.of(place))
                : Place.of(new DivisionCode(place));
    }

    @Override
    public void link(PersonId person, Place place, String why, LocalDate since, Instant at) {
        jdbc.sql(
                        """
                        insert into person.link
                            (person_id, place_kind, place, why, via, since, recorded_at)
                        values (:person, :kind, :place, :why, '', :since, :at)
                        on conflict (person_id, place_kind, place, why, via) do nothing
                        """)
                .param("person", person.value())
                .param("kind", place instanceof Place.OfBody ? "BODY" : "DIVISION")
                .param(
                        "place",
                        switch (place) {
                            case Place.OfDivision(var code) -> code.value();
                            case Place.OfBody(var id) -> id.toString();
                        })
                .param("why", why)
                .param("since", since)
                .param("at", Columns.at(at))
                .update();
    }

    @Override
    public void copyLinks(PersonId from, PersonId to, UUID merge) {
        jdbc.sql(
                        """
                        insert into person.link
                            (person_id, place_kind, place, why, via, since, recorded_at)
                        select cast(:to as uuid), place_kind, place, why, :merge, min(since), min(recorded_at)
                        from person.link where person_id = :whose
                        group by place_kind, place, why
                        """)
                .param("to", to.value())
                .param("merge", merge.toString())
                .param("whose", from.value())
                .update();
    }

    @Override
    public void removeLinks(UUID merge, PersonId from) {
        jdbc.sql("delete from person.link where person_id = :whose and via = :merge")
                .param("merge", merge.toString())
                .param("whose", from.value())
                .update();
    }
}
