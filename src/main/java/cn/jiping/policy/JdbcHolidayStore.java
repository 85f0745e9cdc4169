package cn.jiping.policy;

import cn.jiping.policy.HolidayArrangement.Day;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHolidayStore implements HolidayStore {
    private final JdbcClient jdbc;

    JdbcHolidayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(HolidayArrangement arrangement) {
        jdbc.sql(
                        """
                        insert into policy.holiday_arrangement (year, id, source, loaded_by,
                            loaded_at)
                        values (:year, :id, :source, :by, :at)
                        """)
                .param("year", arrangement.year())
                .param("id", arrangement.id())
                .param("source", arrangement.source())
                .param("by", arrangement.loadedBy())
                .param("at", arrangement.loadedAt().atOffset(ZoneOffset.UTC))
                .update();
        for (var day : arrangement.days()) {
            jdbc.sql(
                            """
                            insert into policy.holiday (year, arrangement, day, work, festival)
                            values (:year, :id, :day, :work, :festival)
                            """)
                    .param("year", arrangement.year())
                    .param("id", arrangement.id())
                    .param("day", day.on())
                    .param("work", day.work())
                    .param("festival", day.festival())
                    .update();
        }
    }

    @Override
    public List<HolidayArrangement> loadLatest() {
        return jdbc.sql(
                        """
                        select distinct on (year) year, id, source, loaded_by, loaded_at
                        from policy.holiday_arrangement order by year desc, id desc
                        """)
                .query((row, _) ->
                        new HolidayArrangement(
                                row.getObject("id", UUID.class),
                                row.getInt("year"),
                                row.getString("source"),
                                days(row.getInt("year"), row.getObject("id", UUID.class)),
                                row.getString("loaded_by"),
                                row.getObject("loaded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Day> days(int year, UUID arrangement) {
        return jdbc.sql(
                        """
                        select day, work, festival from policy.holiday
                        where year = :year and arrangement = :arrangement order by day
                        """)
                .param("year", year)
                .param("arrangement", arrangement)
                .query((row, _) ->
                        new Day(
                                row.getObject("day", LocalDate.class),
                                row.getBoolean("work"),
                                row.getString("festival")))
                .list();
    }
}
