package cn.jiping.policy;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** 法规表: a table of the law book, a head and lines of cells with commas between. */
public final class LawTable {
    private LawTable() {}

    /**
     * The rows below the head.
     *
     * @throws LawFaulty if the table is missing or its head or a line has other columns
     */
    public static List<Row> read(LawBook book, String path, List<String> columns) {
        var text =
                book.file(path)
                        .orElseThrow(() -> LawFaulty.of(LawFault.of(path, "missing")))
                        .lines()
                        .toList();
        var faults = new ArrayList<LawFault>();
        var head = text.isEmpty() ? "" : text.getFirst();
        if (!head.equals(String.join(",", columns))) {
            faults.add(LawFault.at(path, 1, "", "head", String.join(",", columns)));
        }
        var rows = new ArrayList<Row>();
        for (var i = 1; i < text.size(); i++) {
            if (text.get(i).isBlank()) {
                continue;
            }
            var cells = Arrays.asList(text.get(i).split(",", -1));
            if (cells.size() != columns.size()) {
                faults.add(LawFault.at(path, i + 1, "", "cells", columns.size(), cells.size()));
            }
            rows.add(new Row(path, i + 1, columns, cells));
        }
        if (!faults.isEmpty()) {
            throw new LawFaulty(faults);
        }
        return rows;
    }

    /** One line of the table. */
    public record Row(String path, int line, List<String> columns, List<String> cells) {
        public Row {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }

        public String text(String column) {
            return cells.get(columns.indexOf(column));
        }

        /**
         * The cell as something else.
         *
         * @throws LawFaulty naming the line and column if it is none
         */
        public <T> T as(String column, Function<String, T> reading) {
            try {
                return reading.apply(text(column));
            } catch (IllegalArgumentException | DateTimeException _) {
                throw LawFaulty.of(LawFault.at(path, line, column, "wrong"));
            }
        }
    }
}
