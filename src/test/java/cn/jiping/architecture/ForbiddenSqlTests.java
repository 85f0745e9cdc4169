package cn.jiping.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForbiddenSqlTests {
    private static final List<SqlText> STATEMENTS = SqlText.ofTheProgram();
    private static final int FEWEST_STATEMENTS = 10;

    @ParameterizedTest
    @EnumSource
    void doesNotStandInTheProgram(ForbiddenSql form) {
        assertThat(STATEMENTS.stream().filter(form::catches)).as(form.why()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void catchesItsSample(ForbiddenSql form) {
        assertThat(form.catches(form.sample())).isTrue();
    }

    @Test
    void statementsAreReadFromStoresAndMigrations() {
        assertThat(STATEMENTS).hasSizeGreaterThan(FEWEST_STATEMENTS);
        assertThat(STATEMENTS)
                .anyMatch(SqlText::migration)
                .anyMatch(statement -> statement.place().endsWith("JdbcClockStore.java"));
    }
}
