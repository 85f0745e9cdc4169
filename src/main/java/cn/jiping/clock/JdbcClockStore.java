package cn.jiping.clock;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClockStore implements ClockStore {
    private final JdbcClient jdbc;

    JdbcClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Duration> ahead() {
        return jdbc.sql(
                        """
                        select ahead_millis from platform.business_clock
                        where id = 1 and ahead_millis is not null
                        """)
                .query((row, _) -> Duration.ofMillis(row.getLong(1)))
                .optional();
    }

    @Override
    public void begin(Duration ahead) {
        jdbc.sql(
                        """
                        update platform.business_clock set ahead_millis = :ahead
                        where id = 1 and ahead_millis is null
                        """)
                .param("ahead", ahead.toMillis())
                .update();
    }

    @Override
    public boolean advance(Duration ahead) {
        return jdbc.sql(
                                """
                                update platform.business_clock set ahead_millis = :ahead
                                where id = 1 and (ahead_millis is null or ahead_millis <= :ahead)
                                """)
                        .param("ahead", ahead.toMillis())
                        .update()
                == 1;
    }
}
