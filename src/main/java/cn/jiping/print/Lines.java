package cn.jiping.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * 断行: breaks text into lines. Chinese breaks between any two characters but not before closing or
 * after opening punctuation; words and numbers stay whole where they fit.
 */
final class Lines {
    private static final String NOT_FIRST = "，。、；：！？）》〉」』】〕”’…—·%℃,.;:!?)]}";
    private static final String NOT_LAST = "（《〈「『【〔“‘([{";

    private final ToDoubleFunction<String> width;
    private final double room;

    Lines(ToDoubleFunction<String> width, double room) {
        this.width = width;
        this.room = room;
    }

    List<String> of(String text) {
        var lines = new ArrayList<String>();
        for (var paragraph : text.split("\n", -1)) {
            fill(lines, pieces(paragraph));
        }
        return lines;
    }

    /** A line that goes on begins without the space where it was broken; an indent stays. */
    private void fill(List<String> lines, List<String> pieces) {
        var line = new StringBuilder();
        for (var piece : pieces) {
            var broken = !line.isEmpty() && !fits(line + piece.stripTrailing());
            if (broken) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            cut(lines, line, broken ? piece.stripLeading() : piece);
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Adds the piece to the line; one wider than a whole line is cut where it must be. */
    private void cut(List<String> lines, StringBuilder line, String piece) {
        if (fits(line + piece.stripTrailing())) {
            line.append(piece);
            return;
        }
        for (var character : piece.codePoints().mapToObj(Character::toString).toList()) {
            if (!line.isEmpty() && !fits(line + character)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(character);
        }
    }

    private boolean fits(String line) {
        return width.applyAsDouble(line) <= room;
    }

    /** What is not broken inside. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var before = -1;
        for (var character : text.codePoints().toArray()) {
            if (before >= 0 && mayBreak(before, character)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
            before = character;
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return before == ' ' || !(inWord(before) && inWord(after));
    }

    private static boolean inWord(int character) {
        return !Character.isIdeographic(character)
                && (Character.isLetterOrDigit(character) || "-_/.@'".indexOf(character) >= 0);
    }
}
