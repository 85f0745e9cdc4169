package cn.jiping.policy.web;

import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.FactView;
import cn.jiping.policy.Policies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Writes the OpenAPI 3.1 document of the decisions: one path for each topic, its facts as
 * parameters and as a body, its example in both forms.
 */
@Component
class OpenApiDocument {
    private static final String PATH = "/api/v1/decisions";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final Policies policies;
    private final LawWords words;

    OpenApiDocument(Policies policies, LawWords words) {
        this.policies = policies;
        this.words = words;
    }

    Map<String, Object> of(List<DecisionTopic<?>> topics) {
        var paths = new LinkedHashMap<String, Object>();
        paths.put(PATH, Map.of("get", list()));
        var schemas = new LinkedHashMap<>(OpenApiSchemas.shared(words));
        for (var topic : topics) {
            paths.put(
                    PATH + "/" + topic.name(),
                    ordered("get", byAddress(topic), "post", byBody(topic)));
            schemas.put(facts(topic), OpenApiSchemas.group(FactView.of(topic.facts()), words));
        }
        return ordered(
                "openapi", "3.1.0",
                "info", info(),
                "servers", List.of(Map.of("url", "/")),
                "paths", paths,
                "components", Map.of("schemas", schemas));
    }

    private Map<String, Object> info() {
        return ordered(
                "title", words.text("api.title"),
                "version", "1",
                "description", words.text("api.description"));
    }

    private Map<String, Object> list() {
        return ordered(
                "operationId", "topics",
                "summary", words.text("api.topics"),
                "responses",
                        Map.of(
                                "200",
                                answered(
                                        words.text("api.topics"),
                                        ordered(
                                                "type",
                                                "array",
                                                "items",
                                                OpenApiSchemas.reference("Topic")))));
    }

    private Map<String, Object> byAddress(DecisionTopic<?> topic) {
        var parameters = new ArrayList<Object>();
        gather("", FactView.of(topic.facts()), true, topic.example(), parameters);
        var operation = operation("ask-", topic);
        operation.put("parameters", parameters);
        operation.put("responses", responses());
        return operation;
    }

    private void gather(
            String prefix,
            List<FactView> facts,
            boolean required,
            Map<String, String> example,
            List<Object> parameters) {
        for (var fact : facts) {
            var name = prefix + fact.name();
            if (fact.kind() == FactView.Kind.GROUP) {
                gather(name + ".", fact.within(), required && fact.required(), example, parameters);
            } else {
                parameters.add(parameter(name, fact, required && fact.required(), example));
            }
        }
    }

    private Map<String, Object> parameter(
            String name, FactView fact, boolean required, Map<String, String> example) {
        var parameter =
                ordered(
                        "name",
                        name,
                        "in",
                        "query",
                        "required",
                        required,
                        "description",
                        words.text("fact." + fact.name()),
                        "schema",
                        OpenApiSchemas.value(fact));
        var given = example.get(name);
        if (given != null) {
            parameter.put("example", typed(fact, given));
        }
        return parameter;
    }

    private Map<String, Object> byBody(DecisionTopic<?> topic) {
        var operation = operation("post-", topic);
        operation.put(
                "requestBody",
                ordered(
                        "required",
                        true,
                        "content",
                        Map.of(
                                JSON,
                                ordered(
                                        "schema", OpenApiSchemas.reference(facts(topic)),
                                        "example", example(topic)))));
        operation.put("responses", responses());
        return operation;
    }

    private Map<String, Object> operation(String verb, DecisionTopic<?> topic) {
        return ordered(
                "operationId", verb + topic.name(),
                "summary", words.text("topic." + topic.name()),
                "x-documents", policies.documentsOf(topic));
    }

    /** The example as a body: each fact in its own type, groups inside each other. */
    static Map<String, Object> example(DecisionTopic<?> topic) {
        var body = new LinkedHashMap<String, Object>();
        new TreeMap<>(topic.example())
                .forEach((name, value) -> put(body, FactView.of(topic.facts()), name, value));
        return body;
    }

    private static void put(
            Map<String, Object> body, List<FactView> facts, String name, String value) {
        var dot = name.indexOf('.');
        var fact = fact(facts, dot < 0 ? name : name.substring(0, dot));
        if (dot < 0) {
            body.put(name, typed(fact, value));
            return;
        }
        var inner = new LinkedHashMap<String, Object>();
        if (body.get(fact.name()) instanceof Map<?, ?> begun) {
            begun.forEach((key, known) -> inner.put(String.valueOf(key), known));
        }
        put(inner, fact.within(), name.substring(dot + 1), value);
        body.put(fact.name(), inner);
    }

    private static FactView fact(List<FactView> facts, String name) {
        return facts.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    static Object typed(FactView fact, String value) {
        return switch (fact.kind()) {
            case WHOLE_NUMBER -> Integer.valueOf(value);
            case NUMBER -> new BigDecimal(value);
            case BOOLEAN -> Boolean.valueOf(value);
            case CHOICES -> List.of(value.split(","));
            case DATE, CHOICE, TEXT, GROUP -> value;
        };
    }

    private Map<String, Object> responses() {
        var responses = new LinkedHashMap<String, Object>();
        responses.put(
                "200", answered(words.text("api.answer"), OpenApiSchemas.reference("Answer")));
        for (var status : List.of("400", "404", "429")) {
            responses.put(
                    status,
                    ordered(
                            "description", words.text("api.problem." + status),
                            "content",
                                    Map.of(
                                            PROBLEM,
                                            Map.of(
                                                    "schema",
                                                    OpenApiSchemas.reference("Problem")))));
        }
        return responses;
    }

    private static Map<String, Object> answered(String description, Object schema) {
        return ordered(
                "description", description, "content", Map.of(JSON, Map.of("schema", schema)));
    }

    private static String facts(DecisionTopic<?> topic) {
        return "facts-" + topic.name();
    }

    /** A map in the order of its arguments: name, value, name, value. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put(
                    (String) Objects.requireNonNull(namesAndValues[i]),
                    Objects.requireNonNull(namesAndValues[i + 1]));
        }
        return map;
    }
}
