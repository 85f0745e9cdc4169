package cn.jiping.draw;

import java.util.ArrayList;
import java.util.TreeMap;

/** Reads one JSON text strictly; what a record may not hold is malformed. */
final class JsonReader {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 15;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json whole() {
        var json = value();
        skipSpace();
        if (at < text.length()) {
            throw malformed();
        }
        return json;
    }

    private Json value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Flag(true));
            case 'f' -> word("false", new Json.Flag(false));
            default -> number();
        };
    }

    private Json object() {
        enter();
        var members = new TreeMap<String, Json>();
        if (!closes('}')) {
            do {
                skipSpace();
                var name = string();
                skipSpace();
                expect(':');
                if (members.put(name, value()) != null) {
                    throw new MalformedRecord("twice", name);
                }
            } while (continues('}'));
        }
        depth--;
        return new Json.Obj(members);
    }

    private Json array() {
        enter();
        var elements = new ArrayList<Json>();
        if (!closes(']')) {
            do {
                elements.add(value());
            } while (continues(']'));
        }
        depth--;
        return new Json.Arr(elements);
    }

    private void enter() {
        at++;
        depth++;
        if (depth > DEEPEST) {
            throw malformed();
        }
    }

    private boolean closes(char bracket) {
        skipSpace();
        if (peek() == bracket) {
            at++;
            return true;
        }
        return false;
    }

    private boolean continues(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            var c = text.charAt(at++);
            if (c < ' ') {
                throw malformed();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        var value = out.toString();
        if (!Sha256.wellFormed(value)) {
            throw malformed();
        }
        return value;
    }

    private char escaped() {
        var c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw malformed();
        }
        var code = 0;
        for (var end = at + 4; at < end; at++) {
            var digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw malformed();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Json number() {
        var from = at;
        if (peek() == '-') {
            at++;
        }
        var digits = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        var length = at - digits;
        var padded = length > 1 && text.charAt(digits) == '0';
        var minusZero = digits > from && length == 1 && text.charAt(digits) == '0';
        if (length == 0 || length > LONGEST_NUMBER || padded || minusZero) {
            throw malformed();
        }
        return new Json.Int(Long.parseLong(text.substring(from, at)));
    }

    private Json word(String word, Json json) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return json;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed();
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private MalformedRecord malformed() {
        return new MalformedRecord("json", String.valueOf(at));
    }
}
