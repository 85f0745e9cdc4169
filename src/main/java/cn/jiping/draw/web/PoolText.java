package cn.jiping.draw.web;

import cn.jiping.draw.DrawAnnouncement.Pool;
import cn.jiping.draw.Exclusion;
import cn.jiping.draw.PoolEntry;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.Source;
import cn.jiping.web.ExcelTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 名单文字: a pool as pasted from a table: a line of headers, then a line each, cells between tabs or
 * commas. Rows with a reason are exclusions; columns it does not know become attributes.
 */
record PoolText(Pool pool, List<Fault> faults) {
    static final String NUMBER = "编号";
    static final String NAME = "名称";
    static final String WEIGHT = "权重";
    static final String GROUP = "组别";
    static final String EMPLOYER = "单位";
    static final String REASON = "排除原因";
    static final String DOCUMENT = "依据文件";
    static final String CLAUSE = "依据条款";

    /** The columns of the Excel template. */
    static final List<String> COLUMNS =
            List.of(NUMBER, NAME, WEIGHT, GROUP, EMPLOYER, REASON, DOCUMENT, CLAUSE);

    private static final List<String> NOT_ATTRIBUTES =
            List.of(NUMBER, NAME, WEIGHT, REASON, DOCUMENT, CLAUSE);
    private static final String FIELD = "pool";

    static PoolText read(String text) {
        var lines = text.lines().toList();
        var first = lines.stream().filter(line -> !line.isBlank()).findFirst();
        if (first.isEmpty()) {
            return failed("draw.pool-empty");
        }
        var separator = first.get().contains("\t") ? "\t" : "[,，]";
        var headers = cells(first.get(), separator);
        if (!headers.contains(NUMBER)) {
            return failed("draw.no-number-column");
        }
        var reading = new Reading();
        var begun = false;
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (begun && !line.isBlank()) {
                reading.row(at + 1, row(headers, cells(line, separator)));
            }
            begun |= !line.isBlank();
        }
        return reading.end();
    }

    private static PoolText failed(String code) {
        return new PoolText(
                new Pool(List.of(), List.of()), List.of(new Fault(FIELD, code, List.of())));
    }

    /** The same table as text, so that what was uploaded can be seen and sent again. */
    static String of(List<ExcelTable.Row> rows) {
        return Stream.concat(
                        Stream.of(String.join("\t", COLUMNS)),
                        rows.stream()
                                .map(row ->
                                        COLUMNS.stream()
                                                .map(column -> cell(row.text(column)))
                                                .collect(Collectors.joining("\t"))))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static List<String> cells(String line, String separator) {
        return Stream.of(line.split(separator, -1)).map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> headers, List<String> cells) {
        var row = new LinkedHashMap<String, String>();
        for (var at = 0; at < Math.min(headers.size(), cells.size()); at++) {
            row.put(headers.get(at), cells.get(at));
        }
        return row;
    }

    private static final class Reading {
        private final List<PoolEntry> entries = new ArrayList<>();
        private final List<Exclusion> exclusions = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        void row(int line, Map<String, String> row) {
            var number = row.getOrDefault(NUMBER, "");
            var name = row.getOrDefault(NAME, "");
            var reason = row.getOrDefault(REASON, "");
            if (number.isEmpty()) {
                faults.add(new Fault(FIELD, "draw.row-without-number", List.of(line)));
            } else if (!reason.isEmpty()) {
                exclusions.add(new Exclusion(number, name, reason, source(line, row)));
            } else {
                entries.add(new PoolEntry(number, name, weight(line, row), attributes(row)));
            }
        }

        private Source source(int line, Map<String, String> row) {
            var document = row.getOrDefault(DOCUMENT, "");
            var clause = row.getOrDefault(CLAUSE, "");
            if (!document.isEmpty() && !clause.isEmpty()) {
                return new Source.Clause(document, clause);
            }
            if (document.isEmpty() != clause.isEmpty()) {
                faults.add(new Fault(FIELD, "draw.row-half-source", List.of(line)));
            }
            return new Source.Practice(row.getOrDefault(REASON, ""));
        }

        private int weight(int line, Map<String, String> row) {
            var text = row.getOrDefault(WEIGHT, "");
            if (text.isEmpty()) {
                return 1;
            }
            if (!text.matches("[1-9][0-9]{0,5}")) {
                faults.add(new Fault(FIELD, "draw.row-weight", List.of(line, text)));
                return 1;
            }
            return Integer.parseInt(text);
        }

        private static Map<String, String> attributes(Map<String, String> row) {
            var attributes = new HashMap<String, String>();
            row.forEach((column, text) -> {
                if (!NOT_ATTRIBUTES.contains(column) && !column.isEmpty() && !text.isEmpty()) {
                    attributes.put(column, text);
                }
            });
            return attributes;
        }

        PoolText end() {
            return new PoolText(new Pool(entries, exclusions), List.copyOf(faults));
        }
    }
}
