package cn.jiping.policy;

import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Source;
import cn.jiping.shared.Unanswerable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the documents expect of the rules, typed from the documents; see {@code expectations/}. */
final class Expectations {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, DecisionTopic<?>> topics = new TreeMap<>();
    private final Map<JsonNode, Map<LawBook.PageKey, List<InForce<?>>>> ownLaw = new HashMap<>();

    Expectations() {
        for (var topic : everyTopic()) {
            topics.put(topic.name(), topic);
        }
    }

    /**
     * One situation: what is asked, and what must come out. It may bring law of its own ({@code
     * law}: path and content of pages), for what no document of now holds yet.
     */
    record Case(String topic, JsonNode tree) {
        String name() {
            return tree.path("case").asString();
        }

        @Override
        public String toString() {
            return topic + ": " + name();
        }
    }

    static LawBook book() {
        return new ProgramLaw().book();
    }

    static List<DecisionTopic<?>> everyTopic() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(DecisionTopic.class));
        var topics = new ArrayList<DecisionTopic<?>>();
        for (var found : scanner.findCandidateComponents("cn.jiping")) {
            try {
                var type =
                        ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                topics.add((DecisionTopic<?>) constructor.newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return topics;
    }

    static List<Case> all() {
        try {
            var cases = new ArrayList<Case>();
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:expectations/*.yaml");
            for (var file : files) {
                var name = String.valueOf(file.getFilename()).replace(".yaml", "");
                var tree = YAML.readTree(file.getInputStream());
                if (tree.isArray()) {
                    tree.forEach(node -> cases.add(new Case(name, node)));
                }
            }
            return cases.stream().filter(c -> c.tree().has("case")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasTopic(Case expected) {
        return topics.containsKey(expected.topic());
    }

    /** Whether a situation notices the change in a book, with the right answer or with none. */
    boolean notices(Case expected, LawBook changed) {
        try {
            return !differences(expected, changed).isEmpty();
        } catch (RuntimeException _) {
            return true; // a table without its row, a value no record takes
        }
    }

    /** Whether the topic of the situation looks at the page. */
    boolean looksAt(Case expected, Class<? extends Terms> page) {
        var topic = topics.get(expected.topic());
        return topic != null && topic.pages().contains(page);
    }

    /** What differs from the expectation under a book; empty where all is as expected. */
    List<String> differences(Case expected, LawBook book) {
        var topic = topics.get(expected.topic());
        if (topic == null) {
            return List.of("there is no such topic");
        }
        try {
            var asked = expected.tree().path("ask");
            return compare(expected.tree(), ask(topic, asked, withOwnLaw(expected, book)));
        } catch (InvalidInput refused) {
            return compare(expected.tree(), refused);
        } catch (Unanswerable nothing) {
            var wanted = expected.tree().path("problem");
            return wanted.path("status").asInt(0) == 404
                            && wanted.path("code").asString().equals(nothing.code())
                    ? List.of()
                    : List.of("nothing answers: " + nothing.code() + nothing.facts());
        }
    }

    /** The pages a situation brings, laid over the book, whose other pages stay as they are. */
    private LawBook withOwnLaw(Case expected, LawBook book) {
        var law = expected.tree().path("law");
        if (law.isMissingNode()) {
            return book;
        }
        var laid = book;
        for (var page : ownLaw.computeIfAbsent(law, Expectations::pagesOf).entrySet()) {
            laid = laid.replacing(page.getKey(), page.getValue());
        }
        return laid;
    }

    private static Map<LawBook.PageKey, List<InForce<?>>> pagesOf(JsonNode law) {
        var files = new TreeMap<String, String>();
        law.properties().forEach(file -> files.put(file.getKey(), file.getValue().asString()));
        var before = book();
        var pages = new HashMap<>(before.amendedBy(files).entries());
        pages.entrySet().removeAll(before.entries().entrySet());
        return pages;
    }

    private static <F extends Record> Answer ask(
            DecisionTopic<F> topic, JsonNode facts, LawBook book) {
        return topic.decide(FactTree.ofJson(JSON.writeValueAsString(facts), topic.facts()), book);
    }

    private static List<String> compare(JsonNode wanted, InvalidInput refused) {
        var fields = refused.faults().stream().map(InvalidInput.Fault::field).toList();
        var problem = wanted.path("problem");
        return problem.path("status").asInt(0) == 400
                        && fields.contains(problem.path("field").asString())
                ? List.of()
                : List.of("refused because of " + refused.faults());
    }

    private static List<String> compare(JsonNode wanted, Answer answer) {
        var differences = new ArrayList<String>();
        if (wanted.has("problem")) {
            differences.add("answered, but expected " + wanted.path("problem"));
        }
        if (wanted.has("allowed")
                && !Boolean.valueOf(wanted.path("allowed").asBoolean()).equals(answer.allowed())) {
            differences.add("allowed is " + answer.allowed() + " because " + answer.reasons());
        }
        var outcome = JSON.<JsonNode>valueToTree(answer.plainOutcome());
        for (var entry : wanted.path("outcome").properties()) {
            if (!same(entry.getValue(), outcome.path(entry.getKey()))) {
                differences.add(
                        entry.getKey()
                                + " is "
                                + outcome.path(entry.getKey())
                                + ", not "
                                + entry.getValue());
            }
        }
        if (wanted.has("asOf") && !same(wanted.path("asOf"), asOf(answer))) {
            differences.add("as of " + answer.asOf() + ", not " + wanted.path("asOf"));
        }
        sources(wanted, "sources")
                .filter(source -> !rests(answer, source))
                .forEach(source -> differences.add("no reason rests on " + source));
        sources(wanted, "notSources")
                .filter(source -> rests(answer, source))
                .forEach(source -> differences.add("a reason rests on " + source));
        return differences;
    }

    private static JsonNode asOf(Answer answer) {
        return JSON.valueToTree(answer.asOf().toString());
    }

    private static Stream<String> sources(JsonNode wanted, String field) {
        return wanted.path(field).valueStream().map(JsonNode::asString);
    }

    private static boolean rests(Answer answer, String source) {
        return answer.reasons().stream().anyMatch(reason -> is(reason.source(), source));
    }

    private static boolean is(Source source, String wanted) {
        return switch (source) {
            case Source.Clause clause -> (clause.document() + " " + clause.clause()).equals(wanted);
            case Source.Practice _ -> wanted.equals("practice");
        };
    }

    private static boolean same(JsonNode wanted, JsonNode found) {
        if (wanted.isNumber() && found.isNumber()) {
            return wanted.decimalValue().compareTo(found.decimalValue()) == 0;
        }
        if (wanted.isArray() && found.isArray() && wanted.size() == found.size()) {
            for (var i = 0; i < wanted.size(); i++) {
                if (!same(wanted.get(i), found.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (wanted.isObject() && found.isObject()) {
            return wanted.properties().stream()
                    .allMatch(e -> same(e.getValue(), found.path(e.getKey())));
        }
        return wanted.isNull()
                ? found.isMissingNode() || found.isNull()
                : wanted.asString().equals(found.asString());
    }
}
