package cn.jiping.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * 分区: what a table was divided into while the program ran; an archive carries the divisions, too.
 */
final class Partitions {
    private static final Pattern NAME = Pattern.compile("[a-z]\\w*\\.[a-z]\\w*");

    /** An archive may come from anywhere: nothing else in it becomes part of a statement. */
    private static final Pattern BOUND =
            Pattern.compile(
                    "DEFAULT|FOR VALUES FROM \\(('[0-9-]+'|[0-9]+|MINVALUE)\\)"
                            + " TO \\(('[0-9-]+'|[0-9]+|MAXVALUE)\\)");

    private Partitions() {}

    /** Their bounds by name, by table. */
    static Map<String, Map<String, String>> in(Connection connection, List<String> schemas)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select format('%I.%I', pn.nspname, p.relname),
                            format('%I.%I', cn.nspname, c.relname),
                            pg_get_expr(c.relpartbound, c.oid)
                        from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid and c.relispartition
                        join pg_namespace cn on cn.oid = c.relnamespace
                        join pg_class p on p.oid = i.inhparent and p.relkind = 'p'
                        join pg_namespace pn on pn.oid = p.relnamespace
                        where pn.nspname = any(?)
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            var rows = statement.executeQuery();
            var partitions = new TreeMap<String, Map<String, String>>();
            while (rows.next()) {
                partitions
                        .computeIfAbsent(rows.getString(1), _ -> new TreeMap<>())
                        .put(rows.getString(2), rows.getString(3));
            }
            return partitions;
        }
    }

    /** Makes those that migrations did not; like all, they are reached through their table only. */
    static void make(
            Connection connection,
            List<String> schemas,
            Map<String, Map<String, String>> partitions)
            throws SQLException {
        var there = in(connection, schemas);
        for (var table : partitions.entrySet()) {
            var missing = new HashMap<>(table.getValue());
            missing.keySet().removeAll(there.getOrDefault(table.getKey(), Map.of()).keySet());
            for (var partition : missing.entrySet()) {
                make(connection, table.getKey(), partition.getKey(), partition.getValue());
            }
        }
    }

    private static void make(Connection connection, String table, String name, String bound)
            throws SQLException {
        if (!NAME.matcher(table).matches()
                || !NAME.matcher(name).matches()
                || !BOUND.matcher(bound).matches()) {
            throw new ArchiveRefused("it is damaged: no partition can be " + name + " " + bound);
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create table %s partition of %s %s".formatted(name, table, bound));
            statement.execute(
                    "revoke all on %s from %s".formatted(name, DatabaseServer.APPLICATION_ROLE));
        }
    }
}
