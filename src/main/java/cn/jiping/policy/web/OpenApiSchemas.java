package cn.jiping.policy.web;

import cn.jiping.policy.FactView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes in the description of the decisions API. */
final class OpenApiSchemas {
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> DATE =
            OpenApiDocument.ordered("type", "string", "format", "date");

    private OpenApiSchemas() {}

    static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** What is the same for every topic: answers, reasons, sources, problems, the list. */
    static Map<String, Object> shared(LawWords words) {
        var schemas = new LinkedHashMap<String, Object>();
        schemas.put("Answer", answer(words));
        schemas.put(
                "Reason",
                object(
                        List.of("code", "message", "source"),
                        "code",
                        TEXT,
                        "message",
                        TEXT,
                        "source",
                        reference("Source")));
        schemas.put(
                "Source",
                OpenApiDocument.ordered(
                        "description", words.text("api.source"),
                        "oneOf",
                                List.of(
                                        object(
                                                List.of("document", "clause"),
                                                "document",
                                                TEXT,
                                                "clause",
                                                TEXT),
                                        object(List.of("practice"), "practice", TEXT))));
        schemas.put("Problem", problem(words));
        schemas.put("Topic", topic());
        schemas.put("Fact", fact());
        return schemas;
    }

    private static Map<String, Object> answer(LawWords words) {
        return object(
                List.of("topic", "reasons", "asOf"),
                "topic",
                TEXT,
                "allowed",
                described("boolean", words.text("api.allowed")),
                "outcome",
                described("object", words.text("api.outcome")),
                "reasons",
                OpenApiDocument.ordered(
                        "type", "array", "minItems", 1, "items", reference("Reason")),
                "asOf",
                DATE);
    }

    private static Map<String, Object> problem(LawWords words) {
        return object(
                List.of("type", "title", "status", "detail", "code"),
                "type",
                OpenApiDocument.ordered("type", "string", "format", "uri"),
                "title",
                TEXT,
                "status",
                Map.of("type", "integer"),
                "detail",
                TEXT,
                "instance",
                TEXT,
                "code",
                described("string", words.text("api.code")),
                "next",
                TEXT,
                "fields",
                listOf(
                        object(
                                List.of("field", "code", "message"),
                                "field",
                                TEXT,
                                "code",
                                TEXT,
                                "message",
                                TEXT)));
    }

    private static Map<String, Object> topic() {
        return object(
                List.of("topic", "question", "facts", "documents", "example", "address", "body"),
                "topic",
                TEXT,
                "question",
                TEXT,
                "facts",
                listOf(reference("Fact")),
                "documents",
                listOf(TEXT),
                "example",
                OpenApiDocument.ordered("type", "object", "additionalProperties", TEXT),
                "address",
                TEXT,
                "body",
                Map.of("type", "object"));
    }

    private static Map<String, Object> fact() {
        return object(
                List.of("name", "kind", "required", "values", "within"),
                "name",
                TEXT,
                "kind",
                OpenApiDocument.ordered(
                        "type",
                        "string",
                        "enum",
                        List.of(FactView.Kind.values()).stream().map(FactView.Kind::name).toList()),
                "required",
                Map.of("type", "boolean"),
                "otherwise",
                Map.of("type", List.of("string", "null")),
                "values",
                listOf(TEXT),
                "within",
                listOf(reference("Fact")));
    }

    /** A group of facts: unknown ones are refused. */
    static Map<String, Object> group(List<FactView> facts, LawWords words) {
        var properties = new LinkedHashMap<String, Object>();
        for (var fact : facts) {
            var schema = new LinkedHashMap<String, Object>();
            if (fact.kind() == FactView.Kind.GROUP) {
                schema.putAll(group(fact.within(), words));
            } else {
                schema.putAll(value(fact));
                schema.put("description", words.text("fact." + fact.name()));
            }
            properties.put(fact.name(), schema);
        }
        var required = facts.stream().filter(FactView::required).map(FactView::name).toList();
        var group =
                OpenApiDocument.ordered(
                        "type", "object", "properties", properties, "additionalProperties", false);
        if (!required.isEmpty()) {
            group.put("required", required);
        }
        return group;
    }

    /** The type of one fact, with what it is where it is not given. */
    static Map<String, Object> value(FactView fact) {
        var schema = new LinkedHashMap<>(type(fact));
        var otherwise = fact.otherwise();
        if (otherwise != null) {
            schema.put("default", OpenApiDocument.typed(fact, otherwise));
        }
        return schema;
    }

    private static Map<String, Object> type(FactView fact) {
        return switch (fact.kind()) {
            case DATE -> DATE;
            case WHOLE_NUMBER -> Map.of("type", "integer");
            case NUMBER -> Map.of("type", "number");
            case BOOLEAN -> Map.of("type", "boolean");
            case CHOICE -> OpenApiDocument.ordered("type", "string", "enum", fact.values());
            case CHOICES ->
                    listOf(OpenApiDocument.ordered("type", "string", "enum", fact.values()));
            case TEXT -> TEXT;
            case GROUP -> throw new IllegalArgumentException(fact.name() + " is a group");
        };
    }

    private static Map<String, Object> described(String type, String description) {
        return OpenApiDocument.ordered("type", type, "description", description);
    }

    private static Map<String, Object> listOf(Map<String, Object> items) {
        return OpenApiDocument.ordered("type", "array", "items", items);
    }

    private static Map<String, Object> object(List<String> required, Object... properties) {
        return OpenApiDocument.ordered(
                "type",
                "object",
                "required",
                required,
                "properties",
                OpenApiDocument.ordered(properties));
    }
}
