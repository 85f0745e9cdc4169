package cn.jiping.draw;

import java.util.ArrayList;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON text strictly; what a record may not hold is malformed. */
final class JsonReader {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 15;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    private final String text;

    JsonReader(String text) {
        this.text = text;
    }

    Json whole() {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return whole(parser);
        }
    }

    private static Json whole(JsonParser parser) {
        try {
            parser.nextToken();
            var json = value(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser);
            }
            return json;
        } catch (JacksonException e) {
            throw malformed(parser);
        }
    }

    private static Json value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(wellFormed(parser, parser.getString()));
            case VALUE_NUMBER_INT -> number(parser);
            case VALUE_TRUE -> new Json.Flag(true);
            case VALUE_FALSE -> new Json.Flag(false);
            case null, default -> throw malformed(parser);
        };
    }

    private static Json object(JsonParser parser) {
        var members = new TreeMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = wellFormed(parser, parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser)) != null) {
                throw new MalformedRecord("twice", name);
            }
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) {
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new Json.Arr(elements);
    }

    private static Json number(JsonParser parser) {
        var written = parser.getString();
        var digits = written.length() - (written.startsWith("-") ? 1 : 0);
        if (digits > LONGEST_NUMBER || written.equals("-0")) {
            throw malformed(parser);
        }
        return new Json.Int(Long.parseLong(written));
    }

    private static String wellFormed(JsonParser parser, String text) {
        if (!Sha256.wellFormed(text)) {
            throw malformed(parser);
        }
        return text;
    }

    private static MalformedRecord malformed(JsonParser parser) {
        return new MalformedRecord(
                "json", String.valueOf(parser.currentLocation().getCharOffset()));
    }
}
