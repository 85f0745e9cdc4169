package cn.jiping.policy;

import cn.jiping.shared.InvalidInput;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts as they come in, from an address or as JSON, and their reading into a topic's record. */
final class FactTree {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private FactTree() {}

    /**
     * @throws InvalidInput naming the field that is not as the record wants it
     */
    static <F extends Record> F ofAddress(Map<String, List<String>> given, Class<F> type) {
        var tree = JSON.createObjectNode();
        given.forEach((name, values) -> {
            if (values.size() != 1) {
                throw fault(new ReadFault(name, ReadFault.Kind.DOUBLED));
            }
            put(tree, name, values.getFirst());
        });
        return read(tree, type, Scalars.TEXT);
    }

    private static void put(ObjectNode tree, String name, String value) {
        var at = tree;
        var steps = name.split("\\.", -1);
        for (var i = 0; i < steps.length - 1; i++) {
            var below = at.get(steps[i]);
            if (below != null && !below.isObject()) {
                throw fault(new ReadFault(name, ReadFault.Kind.DOUBLED));
            }
            at = below instanceof ObjectNode node ? node : at.putObject(steps[i]);
        }
        if (at.has(steps[steps.length - 1])) {
            throw fault(new ReadFault(name, ReadFault.Kind.DOUBLED));
        }
        at.put(steps[steps.length - 1], value);
    }

    /**
     * @throws InvalidInput naming the field that is not as the record wants it
     */
    static <F extends Record> F ofJson(String body, Class<F> type) {
        return read(parsed(body), type, Scalars.STRICT);
    }

    private static JsonNode parsed(String body) {
        try {
            requireOnce(body);
            return JSON.readTree(body);
        } catch (JacksonException _) {
            throw InvalidInput.of("body", "fact.json");
        }
    }

    /** A fact given twice is nobody's to choose from. */
    private static void requireOnce(String body) {
        var levels = new ArrayDeque<Set<String>>();
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> levels.push(new HashSet<>());
                    case END_OBJECT -> levels.pop();
                    case PROPERTY_NAME -> {
                        if (!levels.element().add(parser.currentName())) {
                            throw fault(
                                    new ReadFault(parser.currentName(), ReadFault.Kind.DOUBLED));
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static <F extends Record> F read(JsonNode tree, Class<F> type, Scalars scalars) {
        var reader = new RecordReader(scalars);
        var read = reader.read(tree, type);
        if (read.isEmpty()) {
            throw new InvalidInput(
                    reader.faults().stream().distinct().map(FactTree::faultOf).toList());
        }
        return read.get();
    }

    private static InvalidInput fault(ReadFault fault) {
        return new InvalidInput(List.of(faultOf(fault)));
    }

    private static InvalidInput.Fault faultOf(ReadFault fault) {
        var code =
                switch (fault.kind()) {
                    case MISSING -> "fact.missing";
                    case UNKNOWN -> "fact.unknown";
                    case DOUBLED -> "fact.doubled";
                    case WRONG -> "fact.wrong";
                };
        return new InvalidInput.Fault(
                fault.path().isEmpty() ? "body" : fault.path(), code, List.of(fault.path()));
    }
}
