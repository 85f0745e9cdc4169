package cn.jiping.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The public contract as a program outside meets it: shape, problems, equality of GET and POST. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class AskingOverHttpTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RESIT =
            "/api/v1/decisions/resit?on=2022-05-10&publishedOn=2021-11-20&resitsUsed=1";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort int port;

    @Test
    void anAnswerHasTheShapeOfTheContract() throws Exception {
        var answer = json(get(RESIT));

        assertThat(answer.propertyNames())
                .containsExactly("topic", "allowed", "outcome", "reasons", "asOf");
        assertThat(answer.path("topic").asString()).isEqualTo("resit");
        assertThat(answer.path("allowed").isBoolean()).isTrue();
        assertThat(answer.path("allowed").asBoolean()).isFalse();
        assertThat(answer.path("asOf").asString()).isEqualTo("2022-05-10");
        assertThat(answer.path("outcome").path("until").asString()).isEqualTo("2022-11-20");
        var reason = answer.path("reasons").get(0);
        assertThat(reason.path("code").asString()).isEqualTo("resit.already-used");
        assertThat(reason.path("message").asString()).isEqualTo("保留期内只有 1 次补考机会，已经用过");
        assertThat(reason.path("source").toString())
                .isEqualTo("{\"document\":\"ZJ2021\",\"clause\":\"二(二)\"}");
    }

    @Test
    void getAndPostAgreeForTheExampleOfEveryTopic() throws Exception {
        var listed = get("/api/v1/decisions");
        var topics = json(listed);

        assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
        assertThat(topics.size()).isPositive();
        for (var topic : topics) {
            var address = "/api/v1/decisions/" + topic.path("topic").asString();
            var asked = get(address + "?" + query(topic.path("example")));
            var posted = post(address, typed(topic).toString());

            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
            assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
            assertThat(json(posted)).isEqualTo(json(asked));
            assertThat(topic.path("question").asString()).isNotBlank();
            assertThat(topic.path("facts").size()).isPositive();
        }
    }

    @Test
    void namesTheFieldThatIsMissingDoubledUnknownOrWrong() throws Exception {
        assertThat(fieldOf(get("/api/v1/decisions/resit?on=2022-05-10&resitsUsed=0")))
                .isEqualTo("publishedOn");
        assertThat(fieldOf(get(RESIT + "&on=2022-05-11"))).isEqualTo("on");
        assertThat(fieldOf(get(RESIT + "&colour=red"))).isEqualTo("colour");
        assertThat(fieldOf(get(RESIT.replace("2022-05-10", "2022-02-30")))).isEqualTo("on");
        assertThat(fieldOf(get(RESIT.replace("resitsUsed=1", "resitsUsed=-1"))))
                .isEqualTo("resitsUsed");
        assertThat(fieldOf(get(RESIT + "&occupation=" + encoded("炼丹师")))).isEqualTo("occupation");
        assertThat(fieldOf(get(RESIT + "&jurisdiction=zj"))).isEqualTo("jurisdiction");
        assertThat(
                        fieldOf(
                                post(
                                        "/api/v1/decisions/resit",
                                        """
                                        {"on":"2022-05-10","publishedOn":"2021-11-20","resitsUsed":"1"}
                                        """)))
                .isEqualTo("resitsUsed");
        assertThat(
                        fieldOf(
                                post(
                                        "/api/v1/decisions/resit",
                                        """
                                        {"on":"2022-05-10","on":"2022-05-11","resitsUsed":1}
                                        """)))
                .isEqualTo("on");
    }

    @Test
    void saysWhereThereIsNoRuleAndNeverGuesses() throws Exception {
        var nothing = get(RESIT + "&jurisdiction=44");

        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(nothing).path("code").asString()).isEqualTo("policy.no-rule");
        assertThat(json(nothing).path("title").asString()).isEqualTo("没有适用的规定");
        assertThat(json(nothing).path("jurisdiction").asString()).isEqualTo("44");
        assertThat(json(nothing).path("on").asString()).isNotBlank();
        assertThat(get("/api/v1/decisions/no-such-topic").statusCode()).isEqualTo(404);
    }

    @Test
    void bodiesOfAnotherKindAreRefusedWithoutATrace() throws Exception {
        for (var body : new String[] {"", "[]", "null", "{", "\"x\"", "{\"on\":[[[[", "{}{}"}) {
            var refused = post("/api/v1/decisions/resit", body);

            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(refused.body()).doesNotContain("Exception", "at cn.");
        }
    }

    private String fieldOf(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        return JSON.readTree(refused.body()).path("fields").get(0).path("field").asString();
    }

    /** The example as JSON, each fact in its own type. */
    private static ObjectNode typed(JsonNode topic) {
        var body = JSON.createObjectNode();
        for (var entry : topic.path("example").properties()) {
            put(body, topic.path("facts"), entry.getKey(), entry.getValue().asString());
        }
        return body;
    }

    private static void put(ObjectNode body, JsonNode facts, String name, String value) {
        var dot = name.indexOf('.');
        var first = dot < 0 ? name : name.substring(0, dot);
        var fact =
                facts.valueStream().filter(f -> f.path("name").asString().equals(first)).findAny();
        if (dot >= 0) {
            var within = body.get(first) instanceof ObjectNode node ? node : body.putObject(first);
            put(within, fact.orElseThrow().path("within"), name.substring(dot + 1), value);
            return;
        }
        switch (fact.map(f -> f.path("kind").asString()).orElse("TEXT")) {
            case "WHOLE_NUMBER", "NUMBER" -> body.set(name, JSON.readTree(value));
            case "BOOLEAN" -> body.put(name, Boolean.parseBoolean(value));
            default -> body.put(name, value);
        }
    }

    private static String query(JsonNode example) {
        return example.properties().stream()
                .map(e -> e.getKey() + "=" + encoded(e.getValue().asString()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
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
