package cn.jiping.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Somebody at a browser, over one kept connection. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String site;
    private final HttpClient client;

    private Visitor(String site, HttpClient.Builder client) {
        this.site = site;
        this.client =
                client.version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Keeps no cookie: new to the program at every request. */
    static Visitor anybody(String site) {
        return new Visitor(site, HttpClient.newBuilder());
    }

    static Visitor signedIn(String site, String userName, String password)
            throws IOException, InterruptedException {
        var visitor = new Visitor(site, HttpClient.newBuilder().cookieHandler(new CookieManager()));
        var page = TOKEN.matcher(visitor.get("/sign-in").body());
        if (!page.find()) {
            throw new IllegalStateException("No form on the page for signing in");
        }
        var form = form("username", userName, "password", password, "_csrf", page.group(1));
        var answer =
                visitor.client.send(
                        visitor.request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 3) {
            throw new IllegalStateException("Cannot sign in: " + answer.statusCode());
        }
        return visitor;
    }

    private static String form(String... namesAndValues) {
        var form = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        return form.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                request(path).GET().build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Compressed, as browsers ask for it, and read to its end. */
    void load(String path) throws IOException, InterruptedException {
        var answer =
                client.send(
                        request(path).header("Accept-Encoding", "gzip").GET().build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.body().length == 0) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    /** Sends JSON, and reads the answer to its end. */
    void post(String path, String json) throws IOException, InterruptedException {
        var answer =
                client.send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200 || answer.body().length == 0) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site + path))
                .timeout(LIMIT)
                .header("Accept", "text/html,*/*;q=0.8");
    }
}
