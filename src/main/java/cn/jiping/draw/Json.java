package cn.jiping.draw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values a record is made of, and their one canonical text: keys sorted by UTF-16 code unit, no
 * white space, whole numbers only, strings escaped as little as possible. A subset of RFC 8785, so
 * that any library for it makes the same text.
 */
sealed interface Json {

    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = new TreeMap<>(members);
        }

        Optional<Json> find(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /**
         * @throws MalformedRecord if there is no such member
         */
        Json member(String name) {
            return find(name).orElseThrow(() -> new MalformedRecord("missing", name));
        }

        Obj object(String name) {
            return expect(Obj.class, name, member(name));
        }

        Optional<Obj> findObject(String name) {
            return find(name).map(json -> expect(Obj.class, name, json));
        }

        List<Obj> objects(String name) {
            return expect(Arr.class, name, member(name)).elements().stream()
                    .map(json -> expect(Obj.class, name, json))
                    .toList();
        }

        String text(String name) {
            return expect(Text.class, name, member(name)).value();
        }

        Optional<String> findText(String name) {
            return find(name).map(json -> expect(Text.class, name, json).value());
        }

        boolean flag(String name) {
            return expect(Flag.class, name, member(name)).value();
        }

        int number(String name) {
            var value = expect(Int.class, name, member(name)).value();
            if (value != (int) value) {
                throw new MalformedRecord("kind", name);
            }
            return (int) value;
        }

        private static <T extends Json> T expect(Class<T> kind, String name, Json json) {
            if (!kind.isInstance(json)) {
                throw new MalformedRecord("kind", name);
            }
            return kind.cast(json);
        }
    }

    record Arr(List<Json> elements) implements Json {
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    record Text(String value) implements Json {
        static Text of(Object value) {
            return new Text(value.toString());
        }
    }

    record Int(long value) implements Json {}

    record Flag(boolean value) implements Json {}

    /** Gathers the members of an object; an absent value adds none. */
    final class Members {
        private final TreeMap<String, Json> members = new TreeMap<>();

        Members put(String name, Json value) {
            members.put(name, value);
            return this;
        }

        Members text(String name, @Nullable Object value) {
            return value == null ? this : put(name, new Text(value.toString()));
        }

        Members number(String name, @Nullable Integer value) {
            return value == null ? this : put(name, new Int(value));
        }

        Members flag(String name, boolean value) {
            return put(name, new Flag(value));
        }

        <T> Members list(String name, List<T> elements, Function<T, ? extends Json> each) {
            return put(name, array(elements, each));
        }

        Obj end() {
            return new Obj(members);
        }
    }

    static Members object() {
        return new Members();
    }

    static <T> Arr array(List<T> elements, Function<T, ? extends Json> each) {
        return new Arr(elements.stream().<Json>map(each).toList());
    }

    /**
     * @throws MalformedRecord if the text is no JSON of this kind: a fraction, null, a key given
     *     twice, half a surrogate pair
     */
    static Json read(String text) {
        return new JsonReader(text).whole();
    }

    default String canonical() {
        var out = new StringBuilder();
        write(this, out);
        return out.toString();
    }

    private static void write(Json json, StringBuilder out) {
        switch (json) {
            case Obj(var members) -> {
                var between = "{";
                for (var member : members.entrySet()) {
                    out.append(between);
                    quote(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    between = ",";
                }
                out.append(members.isEmpty() ? "{}" : "}");
            }
            case Arr(var elements) -> {
                var between = "[";
                for (var element : elements) {
                    out.append(between);
                    write(element, out);
                    between = ",";
                }
                out.append(elements.isEmpty() ? "[]" : "]");
            }
            case Text(var value) -> quote(value, out);
            case Int(var value) -> out.append(value);
            case Flag(var value) -> out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(c < 16 ? "0" : "")
                                .append(Integer.toHexString(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
