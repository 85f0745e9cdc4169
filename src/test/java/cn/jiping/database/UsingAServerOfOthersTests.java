package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** On the tests' server, with logins as an operator would make them. */
class UsingAServerOfOthersTests {
    private static final String PASSWORD = "for-this-test";
    private final String name = "jiping_t" + UUID.randomUUID().toString().substring(0, 8);
    private final Login both = new Login(name + "_both", PASSWORD);
    private final Login ownerOnly = new Login(name + "_owner", PASSWORD);
    private final Login applicationOnly = new Login(name + "_app", PASSWORD);
    private DatabaseServer server;

    @BeforeEach
    void anEmptyDatabase() throws SQLException {
        server = TestServer.emptyDatabase();
        for (var login : new Login[] {both, ownerOnly, applicationOnly}) {
            Sql.asOwner(
                    server, "create role " + login.user() + " login password '" + PASSWORD + "'");
        }
    }

    @AfterEach
    void drop() throws SQLException {
        for (var login : new Login[] {both, ownerOnly, applicationOnly}) {
            // before PostgreSQL 16 who made a role is not yet a member of it
            Sql.asOwner(server, "grant " + login.user() + " to current_user");
            Sql.asOwner(server, "drop owned by " + login.user() + " cascade");
            Sql.asOwner(server, "drop role " + login.user());
        }
        server.close();
    }

    @Test
    void oneLoginMigratesAndTheApplicationStillOwnsNothing() throws SQLException {
        mayCreate(both);
        memberOfRole(both);

        var opened = open(both, both);
        Migrations.run(opened);

        assertThat(Sql.asApplication(opened, "select current_user"))
                .containsExactly(DatabaseServer.APPLICATION_ROLE);
        assertThat(
                        Sql.asApplication(
                                opened,
                                "select coalesce(ahead_millis, 0) from platform.business_clock"))
                .containsExactly("0");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.asApplication(opened, "drop table platform.business_clock"));
    }

    @Test
    void ownerAndApplicationAreTwoLogins() throws SQLException {
        mayCreate(ownerOnly);
        memberOfRole(applicationOnly);

        var opened = open(ownerOnly, applicationOnly);
        Migrations.run(opened);

        assertThat(Sql.asApplication(opened, "select session_user"))
                .containsExactly(applicationOnly.user());
        assertThat(Sql.asApplication(opened, "select current_user"))
                .containsExactly(DatabaseServer.APPLICATION_ROLE);
    }

    @Test
    void theApplicationAloneWorksOnTablesThatAreUpToDate() throws SQLException {
        mayCreate(ownerOnly);
        memberOfRole(applicationOnly);
        Migrations.run(open(ownerOnly, applicationOnly));

        var opened = open(applicationOnly, applicationOnly);
        Migrations.run(opened);

        assertThat(
                        Sql.asApplication(
                                opened,
                                "select coalesce(ahead_millis, 0) from platform.business_clock"))
                .containsExactly("0");
    }

    @Test
    void theOwnerLetsTheApplicationIntoItsRole() throws SQLException {
        Sql.asOwner(
                server,
                "grant "
                        + DatabaseServer.APPLICATION_ROLE
                        + " to "
                        + ownerOnly.user()
                        + " with admin option");

        var opened = open(ownerOnly, applicationOnly);

        assertThat(Sql.asApplication(opened, "select current_user"))
                .containsExactly(DatabaseServer.APPLICATION_ROLE);
    }

    @Test
    void refusesALoginThatMayNotWorkInTheRole() {
        refused(both, both)
                .withMessageContaining("may not work as jiping_app")
                .returns(true, e -> e.remedy().contains("grant jiping_app to"));
    }

    @Test
    void refusesALoginThatMayNotMakeTheTables() throws SQLException {
        memberOfRole(both);

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> Migrations.run(open(both, both)))
                .withMessageContaining("may not prepare the schema")
                .returns(true, e -> e.remedy().contains("JIPING_DB_OWNER_USER"));
    }

    @Test
    void refusesAWrongPassword() {
        var wrong = new Login(both.user(), "guessed");

        refused(wrong, wrong)
                .withMessageContaining("refuses the login " + both.user())
                .withMessageNotContaining("guessed");
    }

    @Test
    void refusesADatabaseThatIsNotThere() {
        var url = at(server).onDatabase("jiping_nowhere").url();

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> ExternalServer.open(url, server.owner(), server.owner()))
                .withMessageContaining("does not exist");
    }

    @Test
    void refusesAHostWhereNobodyListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() ->
                        ExternalServer.open(
                                "jdbc:postgresql://127.0.0.1:" + port + "/jiping", both, both))
                .withMessageContaining("cannot be reached");
    }

    @Test
    void refusesAnEncodingThatCannotHoldEveryName() throws SQLException {
        var latin = name + "_latin";
        Sql.asOwner(
                server,
                "create database " + latin + " template template0 encoding 'LATIN1' locale 'C'");
        try {
            var url = at(server).onDatabase(latin).url();

            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> ExternalServer.open(url, server.owner(), server.owner()))
                    .withMessageContaining("encoded in LATIN1");
        } finally {
            Sql.asOwner(server, "drop database " + latin);
        }
    }

    @Test
    void refusesAnAddressThatIsNotPostgresql() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> ExternalServer.open("jdbc:mysql://host/jiping", both, both))
                .withMessageContaining("does not name a PostgreSQL database");
    }

    @Test
    void refusesAnAddressWithoutALogin() {
        var given = new MockEnvironment().withProperty("JIPING_DB_URL", server.url());

        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> DatabaseSettings.from(given).open())
                .withMessageContaining("without JIPING_DB_USER");
    }

    @Test
    void refusesTablesOfANewerProgram() throws SQLException {
        try (var newer = TestServer.freshDatabase()) {
            Sql.asOwner(
                    newer,
                    """
                    insert into platform.flyway_schema_history
                    select installed_rank + 1000, '9999', 'from the future', type, 'V9999__x.sql', 1,
                        installed_by, installed_on, 1, true
                    from platform.flyway_schema_history where version = '1'
                    """);

            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> Migrations.run(newer))
                    .withMessageContaining("tables of platform")
                    .returns(true, e -> e.remedy().contains("newer"));
        }
    }

    private void mayCreate(Login login) throws SQLException {
        Sql.asOwner(
                server,
                "do $$ begin execute format('grant create on database %%I to %s',"
                                .formatted(login.user())
                        + " current_database()); end $$");
    }

    private void memberOfRole(Login login) throws SQLException {
        Sql.asOwner(server, "grant " + DatabaseServer.APPLICATION_ROLE + " to " + login.user());
    }

    private DatabaseServer open(Login owner, Login application) {
        return ExternalServer.open(server.url(), owner, application);
    }

    private static ExternalServer at(DatabaseServer server) {
        return new ExternalServer(server.url(), server.owner(), server.application());
    }

    private ThrowableAssertAlternative<DatabaseUnavailable> refused(
            Login owner, Login application) {
        return assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> open(owner, application));
    }
}
