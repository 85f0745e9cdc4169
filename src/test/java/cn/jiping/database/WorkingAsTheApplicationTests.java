package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingAsTheApplicationTests {
    private static final String LACKS_RIGHT = "42501";
    private static DatabaseServer server;

    @BeforeAll
    static void aDatabaseWithEveryModulesTables() {
        server = TestServer.freshDatabase();
    }

    @AfterAll
    static void drop() {
        server.close();
    }

    @Test
    void ownsNothingInAnySchema() throws SQLException {
        assertThat(
                        Sql.asApplication(
                                server,
                                """
                                select c.oid::regclass::text from pg_class c
                                where pg_has_role(current_user, c.relowner, 'usage')
                                union all
                                select nspname from pg_namespace
                                where pg_has_role(current_user, nspowner, 'usage')
                                union all
                                select proname from pg_proc
                                where pg_has_role(current_user, proowner, 'usage')
                                """))
                .isEmpty();
    }

    @Test
    void isNoAdministratorOfTheServer() throws SQLException {
        assertThat(
                        Sql.asApplication(
                                server,
                                """
                                select rolsuper or rolcreatedb or rolcreaterole or rolreplication
                                    or rolbypassrls
                                from pg_roles where rolname = current_user
                                """))
                .containsExactly("f");
    }

    @Test
    void staysInItsRoleAfterAReset() throws SQLException {
        try (var pool = server.pool(1);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("reset all");
            statement.execute("reset role");
            var row = statement.executeQuery("select current_user");
            row.next();

            assertThat(row.getString(1)).isEqualTo(DatabaseServer.APPLICATION_ROLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table platform.mine (id int)",
                "create table public.mine (id int)",
                "create schema mine",
                "drop table platform.business_clock",
                "truncate platform.business_clock",
                "alter table platform.business_clock add column more int",
                "create index on platform.business_clock (ahead_millis)",
                "drop schema platform cascade",
                "delete from platform.flyway_schema_history",
                "update platform.flyway_schema_history set success = true",
                "create role mine"
            })
    void mayNotChangeHowThingsAreKept(String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.asApplication(server, sql))
                .returns(LACKS_RIGHT, SQLException::getSQLState);
    }

    /**
     * Two tables prove nothing: the queue of what is to be sealed is emptied as it is worked off,
     * and a verification counts how far it is.
     */
    @Test
    void mayNotChangeWhatWasAudited() throws SQLException {
        assertThat(
                        Sql.asApplication(
                                server,
                                """
                                select c.relname from pg_class c
                                where c.relnamespace = to_regnamespace('audit')
                                    and c.relkind in ('r', 'p')
                                    and c.relname not in ('pending', 'verification')
                                    and (has_table_privilege(c.oid, 'update, delete, truncate')
                                        or has_any_column_privilege(c.oid, 'update'))
                                """))
                .isEmpty();
    }

    @Test
    void learnsNothingOfRowsFromAnError() throws SQLException {
        var twice = "330106199001011234";
        Sql.asApplication(server, scheduled(twice));

        try (var pool = server.pool(1);
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(scheduled(twice)))
                    .withMessageContaining("duplicate key")
                    .withMessageNotContaining(twice);
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.asApplication(server, scheduled(twice)))
                .withMessageNotContaining(twice);
    }

    private static String scheduled(String instance) {
        return "insert into platform.scheduled_tasks"
                + " (task_name, task_instance, execution_time, picked, version)"
                + " values ('test', '%s', now(), false, 1)".formatted(instance);
    }

    @Test
    void mayReadAndWriteTheRest() throws SQLException {
        assertThat(
                        Sql.asApplication(
                                server,
                                """
                                select has_table_privilege('platform.event_publication', right_to)
                                from unnest(array['select', 'insert', 'update', 'delete']) right_to
                                """))
                .containsOnly("t");
    }

    @Test
    void sortsNamesAsTheyAreSpoken() throws SQLException {
        assertThat(
                        Sql.asApplication(
                                server,
                                """
                                select name from (values ('赵敏'), ('王五'), ('陈一'), ('李四'), ('艾米'),
                                    ('张三')) people (name)
                                order by name
                                """))
                .containsExactly("艾米", "陈一", "李四", "王五", "张三", "赵敏");
    }
}
