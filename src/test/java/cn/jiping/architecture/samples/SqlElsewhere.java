package cn.jiping.architecture.samples;

import org.springframework.jdbc.core.simple.JdbcClient;

public final class SqlElsewhere {
    int rows(JdbcClient jdbc) {
        return jdbc.sql("delete from sample.sample").update();
    }
}
