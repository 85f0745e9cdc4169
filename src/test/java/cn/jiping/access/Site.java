package cn.jiping.access;

import cn.jiping.Jiping;
import cn.jiping.account.DemoAccounts;
import cn.jiping.database.DatabaseServer;
import cn.jiping.database.Migrations;
import cn.jiping.shared.Role;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;

/** The running program of a test, with the demo's accounts in its fresh database. */
final class Site {
    /**
     * Where acts, sign-ins, sessions and throttles are kept: a refused request may leave a trace
     * there.
     */
    private static final List<String> TRACES =
            List.of("account.sign_in", "account.throttle", "account.code");

    private final String address;
    private final ConfigurableApplicationContext context;
    private String digesting = "";

    Site(int port, ConfigurableApplicationContext context) {
        this.address = "http://localhost:" + port;
        this.context = context;
        context.publishEvent(
                new ApplicationStartedEvent(
                        new SpringApplication(Jiping.class),
                        new String[0],
                        context,
                        Duration.ZERO));
    }

    String address() {
        return address;
    }

    Map<Role, Visitor> oneOfEachRole() {
        var visitors = new EnumMap<Role, Visitor>(Role.class);
        for (var account : context.getBean(DemoAccounts.class).list()) {
            visitors.computeIfAbsent(account.role(), _ -> Visitor.signedIn(address, account));
        }
        return visitors;
    }

    /**
     * A digest of each table that business is kept in; equal digests mean nothing changed. One
     * question for all tables, and rows are put in order by their own digests: both are asked for
     * after every route.
     */
    Map<String, String> digests() {
        var server = context.getBean(DatabaseServer.class);
        var digests = new TreeMap<String, String>();
        try (var connection =
                        DriverManager.getConnection(
                                server.url(), server.owner().user(), server.owner().password());
                var statement = connection.createStatement()) {
            if (digesting.isEmpty()) {
                digesting = String.join(" union all ", parts(statement));
            }
            var rows = statement.executeQuery(digesting);
            while (rows.next()) {
                digests.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return digests;
    }

    private static List<String> parts(Statement statement) throws SQLException {
        var parts = new ArrayList<String>();
        var rows =
                statement.executeQuery(
                        "select schemaname || '.' || tablename from pg_tables where schemaname = any('{"
                                + String.join(",", Migrations.modules())
                                + "}') and schemaname not in ('platform', 'audit') order by 1");
        while (rows.next()) {
            if (!TRACES.contains(rows.getString(1))) {
                parts.add(
                        """
                        select '%1$s', count(*) || ' ' || coalesce(
                               md5(string_agg(row, '' order by row collate "C")), '')
                        from (select md5(t::text) as row from %1$s t) as rows
                        """
                                .formatted(rows.getString(1)));
            }
        }
        return parts;
    }
}
