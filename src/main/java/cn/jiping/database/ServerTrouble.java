package cn.jiping.database;

import java.sql.SQLException;

/** What a PostgreSQL server answers to a login, in words an operator can act on. */
final class ServerTrouble {
    private ServerTrouble() {}

    static DatabaseUnavailable with(String url, Login login, SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        var place = withoutParameters(url);
        return switch (state) {
            case "28P01", "28000" ->
                    new DatabaseUnavailable(
                            "The database " + place + " refuses the login " + login,
                            "Check JIPING_DB_USER and JIPING_DB_PASSWORD (and JIPING_DB_OWNER_USER,"
                                    + " JIPING_DB_OWNER_PASSWORD), and pg_hba.conf of the server: "
                                    + e.getMessage(),
                            e);
            case "3D000" ->
                    new DatabaseUnavailable(
                            "The database " + place + " does not exist",
                            "Create it on the server, or correct JIPING_DB_URL.",
                            e);
            case "53300" ->
                    new DatabaseUnavailable(
                            "The server of " + place + " has no connection left",
                            "Raise max_connections there or lower jiping.database.pool-size.",
                            e);
            case "08001", "08004", "08006" ->
                    new DatabaseUnavailable(
                            "The database " + place + " cannot be reached: " + e.getMessage(),
                            "Check host and port in JIPING_DB_URL, that the server runs, and that no"
                                    + " firewall stands between.",
                            e);
            default ->
                    new DatabaseUnavailable(
                            "The database " + place + " does not serve: " + e.getMessage(),
                            "See the log of that server.",
                            e);
        };
    }

    static boolean lacksRight(SQLException e) {
        return "42501".equals(e.getSQLState());
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String url) {
        var question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }
}
