package cn.jiping.clock;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcClockStore implements ClockStore {
    private final JdbcClient jdbc;

    JdbcClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Duration ahead() {
        return Duration.ofMillis(
                jdbc.sql("select ahead_millis from platform.business_clock where id = 1")
                        .query((row, _) -> row.getLong(1))
                        .single());
    }

    @Override
    public boolean advance(Duration ahead) {
        return jdbc.sql(
                                """
                                update platform.business_clock set ahead_millis = :ahead
                                where id = 1 and ahead_millis <= :ahead
                                """)
                        .param("ahead", ahead.toMillis())
                        .update()
                == 1;
    }
}
