package cn.jiping.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows go into an archive. Partitions travel with their table, generated columns are
 * made anew.
 *
 * @param columns quoted, in their order
 * @param order what sorts the rows the same on every server
 */
record KeptTable(String name, List<String> columns, List<String> order) {
    /** What does not travel, and why. */
    static final Map<String, String> EXCLUDED =
            Map.of(
                    "account.held_form",
                    "forms wait for minutes, in sessions that end with the move",
                    "platform.spring_session",
                    "sign-ins end with the move",
                    "platform.spring_session_attributes",
                    "sign-ins end with the move",
                    "platform.scheduled_tasks",
                    "recurring jobs register themselves at each start");

    static List<KeptTable> in(Connection connection, List<String> schemas) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select format('%I.%I', n.nspname, c.relname),
                            array(select quote_ident(a.attname) from pg_attribute a
                                where a.attrelid = c.oid and a.attnum > 0
                                    and not a.attisdropped and a.attgenerated = ''
                                order by a.attnum),
                            array(select quote_ident(a.attname)
                                    || case when a.attcollation = 0 then '' else ' collate "C"' end
                                from pg_index i
                                cross join lateral unnest(i.indkey::int2[])
                                    with ordinality k (number, position)
                                join pg_attribute a
                                    on a.attrelid = i.indrelid and a.attnum = k.number
                                where i.indrelid = c.oid and i.indisprimary
                                order by k.position)
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = any(?) and c.relkind in ('r', 'p')
                            and not c.relispartition and c.relname <> ?
                        order by 1
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            statement.setString(2, Migrations.HISTORY);
            var rows = statement.executeQuery();
            var tables = new ArrayList<KeptTable>();
            while (rows.next()) {
                if (!EXCLUDED.containsKey(rows.getString(1))) {
                    tables.add(
                            new KeptTable(
                                    rows.getString(1),
                                    strings(rows.getArray(2)),
                                    strings(rows.getArray(3))));
                }
            }
            return tables;
        }
    }

    /** So that no row comes before the one it refers to. */
    static List<KeptTable> parentsFirst(Connection connection, List<KeptTable> tables)
            throws SQLException {
        var parents = parents(connection);
        var sorted = new LinkedHashSet<KeptTable>();
        var waiting = new ArrayList<>(tables);
        while (!waiting.isEmpty()) {
            var names = waiting.stream().map(KeptTable::name).collect(Collectors.toSet());
            var ready =
                    waiting.stream()
                            .filter(table ->
                                    parents.getOrDefault(table.name(), Set.of()).stream()
                                            .noneMatch(names::contains))
                            .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a ring: " + names);
            }
            sorted.addAll(ready);
            waiting.removeAll(ready);
        }
        return List.copyOf(sorted);
    }

    private static Map<String, Set<String>> parents(Connection connection) throws SQLException {
        record Reference(String child, String parent) {}
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select format('%I.%I', cn.nspname, c.relname),
                                    format('%I.%I', pn.nspname, p.relname)
                                from pg_constraint r
                                join pg_class c on c.oid = r.conrelid
                                join pg_namespace cn on cn.oid = c.relnamespace
                                join pg_class p on p.oid = r.confrelid
                                join pg_namespace pn on pn.oid = p.relnamespace
                                where r.contype = 'f' and r.conrelid <> r.confrelid
                                """)) {
            var references = new ArrayList<Reference>();
            while (rows.next()) {
                references.add(new Reference(rows.getString(1), rows.getString(2)));
            }
            return references.stream()
                    .collect(
                            Collectors.groupingBy(
                                    Reference::child,
                                    Collectors.mapping(Reference::parent, Collectors.toSet())));
        }
    }

    private static List<String> strings(java.sql.@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    String entry() {
        return "tables/" + name + ".tsv";
    }

    String copyOut() {
        return "copy (select %s from %s%s) to stdout with (format text, header, encoding 'UTF8')"
                .formatted(
                        String.join(", ", columns),
                        name,
                        order.isEmpty() ? "" : " order by " + String.join(", ", order));
    }

    String copyIn() {
        return "copy %s (%s) from stdin with (format text, header match, encoding 'UTF8')"
                .formatted(name, String.join(", ", columns));
    }
}
