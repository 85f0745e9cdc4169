package cn.jiping.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.FactView;
import cn.jiping.policy.Policies;
import cn.jiping.testing.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says what the API does, for every topic there is. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // filled before each test
class DescribingTheApiTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DECISIONS = "/api/v1/decisions";

    /** The names of the public contract, those that are also wanted included. */
    private static final List<String> CONTRACT =
            List.of(
                    "catalogue-status",
                    "evaluation-kind",
                    "exit-plan",
                    "exit-choice",
                    "organiser",
                    "registration-extension",
                    "registration-window",
                    "working-day",
                    "deadline",
                    "eligibility",
                    "admission-of-employee",
                    "resit",
                    "pass",
                    "exam-duration",
                    "exam-times",
                    "group-size",
                    "sample-review",
                    "plan-score",
                    "video-retention",
                    "settlement",
                    "levels",
                    "cohort-completion",
                    "materials",
                    "training-separation",
                    "plan-admission",
                    "cross-region-approval",
                    "assessor-source",
                    "paper-reuse",
                    "fast-track",
                    "supervising-centre",
                    "statistics-place",
                    "replacement",
                    "certificate-after-exit",
                    "fee-basis");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort int port;
    @Autowired Policies policies;
    private JsonNode document;

    @BeforeEach
    void document() throws Exception {
        var answer = get("/api/v1/openapi");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/json");
        document = JSON.readTree(answer.body());
    }

    @Test
    void everyTopicOfTheContractExists() throws Exception {
        var listed =
                JSON.readTree(get(DECISIONS).body())
                        .valueStream()
                        .map(topic -> topic.path("topic").asString())
                        .toList();

        assertThat(listed).containsAll(CONTRACT).doesNotHaveDuplicates();
    }

    @Test
    void everyTopicIsDescribedOnceForEachWayOfAsking() {
        var expected =
                Stream.concat(
                                Stream.of(DECISIONS),
                                policies.topics().stream()
                                        .map(topic -> DECISIONS + "/" + topic.name()))
                        .toList();

        assertThat(document.path("paths").propertyNames())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(operations().map(each -> each.path("operationId").asString()))
                .doesNotHaveDuplicates()
                .hasSize(1 + 2 * policies.topics().size());
    }

    @Test
    void isADocumentThatOthersCanRead() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("info").path("title").asString()).isNotBlank();
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        assertThat(references(document))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(document.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
        assertThat(operations())
                .allSatisfy(operation -> {
                    assertThat(operation.path("summary").asString()).isNotBlank();
                    assertThat(operation.path("responses").path("200").isObject()).isTrue();
                });
    }

    @Test
    void everyFactHasTheTypeThatTheTopicReads() {
        for (var topic : policies.topics()) {
            var path = document.path("paths").path(DECISIONS + "/" + topic.name());
            var schema = document.at("/components/schemas/facts-" + topic.name());

            assertSame(FactView.of(topic.facts()), schema);
            assertThat(path.path("get").path("parameters").valueStream())
                    .extracting(parameter -> parameter.path("name").asString())
                    .containsExactlyElementsOf(flat("", FactView.of(topic.facts())));
        }
    }

    @Test
    void everyExampleIsAnsweredAndBothWaysAgree() throws Exception {
        for (var topic : policies.topics()) {
            var address = DECISIONS + "/" + topic.name();
            var path = document.path("paths").path(address);
            var asked = get(address + "?" + query(path.path("get").path("parameters")));
            var body = path.at("/post/requestBody/content").path("application/json");
            var posted = post(address, body.path("example").toString());

            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
            assertThat(JSON.readTree(posted.body())).isEqualTo(JSON.readTree(asked.body()));
        }
    }

    @Test
    void theExampleInTheListIsAnsweredAsItStandsThereBothWays() throws Exception {
        var listed = JSON.readTree(get(DECISIONS).body());

        for (var topic : listed) {
            var asked = get(topic.path("address").asString());
            var posted =
                    post(
                            DECISIONS + "/" + topic.path("topic").asString(),
                            topic.path("body").toString());

            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
            assertThat(JSON.readTree(posted.body())).isEqualTo(JSON.readTree(asked.body()));
        }
    }

    @Test
    void tellsNothingOfTheInside() {
        assertThat(document.path("paths").propertyNames())
                .allSatisfy(path -> assertThat(path).startsWith(DECISIONS));
        assertThat(document.toString())
                .doesNotContain("actuator", "cn.jiping", "/admin", "password", "localhost");
    }

    private static void assertSame(List<FactView> facts, JsonNode schema) {
        assertThat(schema.path("type").asString()).isEqualTo("object");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("properties").propertyNames())
                .containsExactlyElementsOf(facts.stream().map(FactView::name).toList());
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        facts.stream().filter(FactView::required).map(FactView::name).toList());
        for (var fact : facts) {
            assertSame(fact, schema.path("properties").path(fact.name()));
        }
    }

    private static void assertSame(FactView fact, JsonNode schema) {
        var type =
                switch (fact.kind()) {
                    case DATE, CHOICE, TEXT -> "string";
                    case WHOLE_NUMBER -> "integer";
                    case NUMBER -> "number";
                    case BOOLEAN -> "boolean";
                    case CHOICES -> "array";
                    case GROUP -> "object";
                };
        assertThat(schema.path("type").asString()).as(fact.name()).isEqualTo(type);
        switch (fact.kind()) {
            case DATE -> assertThat(schema.path("format").asString()).isEqualTo("date");
            case CHOICE ->
                    assertThat(schema.path("enum").valueStream().map(JsonNode::asString))
                            .isNotEmpty()
                            .containsExactlyElementsOf(fact.values());
            case GROUP -> assertSame(fact.within(), schema);
            case TEXT, WHOLE_NUMBER, NUMBER, BOOLEAN, CHOICES -> {}
        }
        assertThat(schema.has("default")).isEqualTo(fact.otherwise() != null);
    }

    private static List<String> flat(String prefix, List<FactView> facts) {
        var names = new ArrayList<String>();
        for (var fact : facts) {
            if (fact.kind() == FactView.Kind.GROUP) {
                names.addAll(flat(prefix + fact.name() + ".", fact.within()));
            } else {
                names.add(prefix + fact.name());
            }
        }
        return names;
    }

    private Stream<JsonNode> operations() {
        return document.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    private static List<String> references(JsonNode node) {
        return node.findValues("$ref").stream().map(JsonNode::asString).toList();
    }

    private static String query(JsonNode parameters) {
        return parameters
                .valueStream()
                .filter(parameter -> parameter.has("example"))
                .map(parameter ->
                        parameter.path("name").asString()
                                + "="
                                + URLEncoder.encode(
                                        parameter.path("example").asString(),
                                        StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
