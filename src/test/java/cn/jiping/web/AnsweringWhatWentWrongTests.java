package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.OpenHouse;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestDatabase.class, OpenHouse.class, ErrorSamples.class, ErrorSamples.AwayFilter.class})
@ExtendWith(OutputCaptureExtension.class)
class AnsweringWhatWentWrongTests {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @LocalServerPort int port;
    private final HttpClient client = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "refusal, 422, 演示时间只能往后调，不能调回",
        "missing, 404, 找不到这个页面",
        "stale, 409, 这项内容刚刚改过",
        "invalid, 400, 需要修改的地方",
        "later, 429, 操作太频繁",
        "database, 503, 数据库暂时连不上",
        "bug, 500, 事件编号"
    })
    void tellsPeopleOnAPage(String how, int status, String words) throws Exception {
        var answer = get("/open/fail/" + how, "Accept", HTML);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("<!doctype html>").contains(words);
        assertThat(answer.body()).doesNotContain(ErrorSamples.SECRET, "Exception", "??");
    }

    @ParameterizedTest
    @CsvSource({
        "refusal, 422, clock.only-forward",
        "missing, 404, http.404",
        "stale, 409, stale",
        "invalid, 400, invalid-input",
        "later, 429, http.429",
        "database, 503, http.503",
        "bug, 500, http.500"
    })
    void tellsProgramsAsProblem(String how, int status, String code) throws Exception {
        var answer = get("/api/v1/fail/" + how);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"", "\"detail\":")
                .doesNotContain(ErrorSamples.SECRET, "Exception");
    }

    @Test
    void tellsWhatAFilterDenied() throws Exception {
        var page = get("/open/denied", "Accept", HTML);
        var problem = get("/api/v1/denied");

        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.body()).contains("请先登录", "正式环境的时间不能调整");
        assertThat(problem.statusCode()).isEqualTo(401);
        assertThat(problem.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(problem.body())
                .contains("\"code\":\"clock.not-movable\"", "\"title\":\"请先登录\"")
                .contains("\"status\":401", "\"detail\":\"正式环境", "\"next\":");
    }

    @Test
    void namesTheClauseThatRefused() throws Exception {
        assertThat(get("/open/fail/refusal", "Accept", HTML).body())
                .contains("浙江 2021 通知 二（二）", "请选一个更晚的时间");
        assertThat(get("/api/v1/fail/refusal").body())
                .contains("\"source\":{\"document\":\"ZJ2021\",\"clause\":\"二（二）\"}");
    }

    @Test
    void showsWhoChangedWhatMeanwhile() throws Exception {
        assertThat(get("/open/fail/stale", "Accept", HTML).body())
                .contains("林知夏", "2021-08-02 10:14", "&lt;b&gt;甲&lt;/b&gt;", "乙");
    }

    @Test
    void saysWhenToTryAgain() throws Exception {
        assertThat(get("/open/fail/later").headers().firstValue("Retry-After")).hasValue("90");
        assertThat(get("/open/fail/database").headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatTheDatabaseIsAwayBeforeAnyControllerIsReached() throws Exception {
        var page = get("/open/search?page=1", "X-Database-Away", "yes", "Accept", HTML);
        var problem = get("/api/v1/fail/bug", "X-Database-Away", "yes");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("数据库暂时连不上").doesNotContain(ErrorSamples.SECRET, "??");
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("\"code\":\"http.503\"");
    }

    @Test
    void servesAssetsUnderTheHashOfTheirContent() throws Exception {
        var page = get("/nowhere", "Accept", HTML).body();
        var style = page.replaceAll("(?s).*\"(/assets/jiping-\\w+\\.css)\".*", "$1");

        assertThat(get(style).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").statusCode()).isEqualTo(200);
        assertThat(get("/webjars/tabler__core/1.4.0/dist/css/tabler.min.css.map").statusCode())
                .isEqualTo(200);
    }

    @Test
    void putsTheIncidentNumberIntoTheLog(CapturedOutput log) throws Exception {
        var problem = get("/api/v1/fail/bug").body();
        var number = problem.replaceAll(".*\"incident\":\"(\\w+)\".*", "$1");

        assertThat(number).hasSize(12);
        assertThat(log).contains("Incident " + number + " at GET /api/v1/fail/{how}");
    }

    @Test
    void announcesItselfToHtmx() throws Exception {
        var answer = get("/open/fail/refusal", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#announce");
        assertThat(answer.body()).contains("演示时间只能往后调，不能调回").doesNotContain("<html");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404",
        "/open/account/not-an-id, 404",
        "/open/search, 400",
        "/open/search?page=x, 400",
        "/open/search?page=1&on=2021-02-30, 400",
        "/open/search?page=%zz, 400",
        "/open/search?page=%ff%fe, 400",
        "/open/json, 405",
        "/open/%2e%2e/x, 400",
        "/open//x, 400",
        "/open/a;b=c, 400",
        "/error, 404",
        "/open/search?page=1&lang=zz, 200"
    })
    void answersRequestsThatCannotBeRead(String path, int status) throws Exception {
        assertThat(raw("GET " + path + " HTTP/1.1", "")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void answersBodiesThatCannotBeRead() throws Exception {
        assertThat(post("/open/json", "application/json", "{\"name\":").statusCode())
                .isEqualTo(400);
        assertThat(post("/open/json", "text/csv", "a,b").statusCode()).isEqualTo(415);
        assertThat(post("/open/json", "application/json;charset=nonsense", "{}").statusCode())
                .isEqualTo(415);
        assertThat(post("/open/file", "multipart/form-data; boundary=x", "broken").statusCode())
                .isEqualTo(400);
        assertThat(post("/open/file", "text/plain", "x").statusCode()).isEqualTo(400);
        assertThat(post("/open/form", "application/x-www-form-urlencoded", "name=%zz").statusCode())
                .isEqualTo(400);
    }

    @Test
    void namesTheFieldsOfAFormThatIsWrong() throws Exception {
        var unreadable = post("/open/form", "application/x-www-form-urlencoded", "name=&age=old");
        var missing = post("/open/form", "application/x-www-form-urlencoded", "name=&age=1");

        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("请填整数");
        assertThat(missing.body()).contains("不能为空");
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        var file = multipart("x".repeat(21 * 1024 * 1024));
        var form = "name=" + "x".repeat(3 * 1024 * 1024);

        assertThat(post("/open/file", "multipart/form-data; boundary=b", file).statusCode())
                .isEqualTo(413);
        assertThat(post("/open/form", "application/x-www-form-urlencoded", form).statusCode())
                .isEqualTo(413);
        assertThat(post("/open/file", "multipart/form-data; boundary=b", multipart("ok")).body())
                .isEqualTo("2");
    }

    private static String multipart(String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"
                + content
                + "\r\n--b--\r\n";
    }

    @Test
    void refusesAPostWithoutItsToken() throws Exception {
        var answer = post("/guarded/form", "application/x-www-form-urlencoded", "name=a&age=1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("您没有权限");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /open/%<script> HTTP/1.1",
                "GET /open/\u0001 HTTP/1.1",
                "GET / HTTP/9.9",
                "FROBNICATE / HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET",
                "GET http://[ HTTP/1.1",
                "GET /%00 HTTP/1.1",
                "GET /%c0%af HTTP/1.1"
            })
    void keepsTheServersNameOutOfItsOwnErrors(String line) throws Exception {
        var answer = raw(line, "");

        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*");
        assertThat(answer)
                .doesNotContain("Tomcat", "Exception", "<script>", "org.apache", "at cn.");
    }

    @Test
    void refusesHeadersThatAreTooLong() throws Exception {
        assertThat(raw("GET / HTTP/1.1", "X-Long: " + "x".repeat(40_000) + "\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat");
    }

    @Test
    void survivesRequestsMadeOfNoise() throws Exception {
        var chance = new Random(20261123);
        for (var round = 0; round < 400; round++) {
            var answer = raw(noise(chance), "Accept: " + word(chance) + "\r\n");

            assertThat(answer).doesNotContain("Tomcat", "Exception", "<script>alert");
            assertThat(answer).doesNotMatch("(?s)HTTP/1.1 50[0234].*");
        }
    }

    private static String noise(Random chance) {
        String[] routes = {"/open/account/", "/open/search?page=", "/open/search?page=1&on=", "/"};
        String[] methods = {"GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH"};
        var path = routes[chance.nextInt(routes.length)] + word(chance);
        return methods[chance.nextInt(methods.length)] + " " + path + " HTTP/1.1";
    }

    private static String word(Random chance) {
        String[] seeds = {
            "<script>alert(1)</script>",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "'--",
            "%00",
            "%0d%0aX:1",
            "../../etc/passwd",
            "${7*7}",
            "__${T(java.lang.Runtime)}__::.x",
            "%ED%A0%80",
            "9".repeat(400),
            "-1",
            "2147483648",
            "%E7%8E%8B",
            "*/*;q=nonsense",
            "application/json",
            "\u00ff",
            "a;b",
            "?&&==",
        };
        return seeds[chance.nextInt(seeds.length)] + seeds[chance.nextInt(seeds.length)];
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .headers("Content-Type", type, "Accept", HTML)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a client may send that no client library would. */
    private String raw(String line, String headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
