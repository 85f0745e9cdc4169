package cn.jiping.policy;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells with commas between; a cell in quotes may hold commas, quotes and line ends. */
final class Csv {
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private int number = 1;
    private boolean quoted;

    private Csv(String text) {
        this.text = text;
    }

    /** A line with the number at which it ends. */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /** All lines that are not empty. */
    static List<Line> lines(String text) {
        var csv = new Csv(text.replace("\r\n", "\n"));
        csv.read();
        return csv.lines;
    }

    private void read() {
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                endCell();
            } else if (c == '\n' && !quoted) {
                endLine();
            } else {
                cell.append(c);
            }
            number += c == '\n' ? 1 : 0;
        }
        endLine();
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        if (cells.stream().anyMatch(text -> !text.isBlank())) {
            lines.add(new Line(number, cells));
        }
        cells = new ArrayList<>();
    }
}
