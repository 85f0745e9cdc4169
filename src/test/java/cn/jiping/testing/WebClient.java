package cn.jiping.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A visitor with cookies of their own, who sends forms with the token of the page seen last. */
public final class WebClient {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private @Nullable String token;

    public WebClient(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What came back: status, headers, text. */
    public record Page(int status, Map<String, List<String>> headers, String text) {
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst();
        }

        /** The first group of the first match in the text. */
        public String find(String pattern) {
            var match = Pattern.compile(pattern).matcher(text);
            return match.find() ? match.group(1) : "nothing found for " + pattern;
        }

        /** Where a redirect leads, without the host. */
        public String location() {
            var to = header("Location").map(URI::create).orElse(URI.create("/no-redirect"));
            return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        }
    }

    public Page get(String path, String... headers) {
        var page = send(request(path, headers).GET().build());
        remember(page);
        return page;
    }

    /** The answer as it came, for what is no page. */
    public HttpResponse<byte[]> fetch(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Sends a form with the token of the page seen last; alternating names and values. */
    public Page post(String path, String... form) {
        if (token == null) {
            get("/sign-in");
        }
        var page = send(request(path).POST(form(token, form)).build());
        remember(page);
        return page;
    }

    /** The same as a page elsewhere would make the browser send it: cookies, but no token. */
    public Page postForged(String path, String... form) {
        return send(request(path).POST(form(null, form)).build());
    }

    /** Sends a file of so many bytes, without a token. */
    public Page upload(String path, int bytes) {
        var head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n";
        var body = head + "x".repeat(bytes) + "\r\n--b--\r\n";
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    public Page signIn(String userName, String password) {
        get("/sign-in");
        var page = post("/sign-in", "username", userName, "password", password);
        token = null;
        return page;
    }

    /** By the code that the demo shows instead of sending it. */
    public Page signInByPhone(String phone) {
        get("/sign-in/phone");
        var shown = post("/sign-in/phone", "phone", phone);
        var code = shown.find("验证码\\D{0,20}(\\d{6})(?!\\d)");
        var page = post("/sign-in/phone/code", "phone", phone, "code", code);
        token = null;
        return page;
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void plant(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setVersion(0);
        cookie.setDomain("localhost.local");
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        request.header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537");
        for (var i = 0; i + 1 < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded");
    }

    private static HttpRequest.BodyPublisher form(@Nullable String token, String... form) {
        var body = new StringBuilder(token == null ? "" : "_csrf=" + encode(token));
        for (var i = 0; i + 1 < form.length; i += 2) {
            body.append('&').append(encode(form[i])).append('=').append(encode(form[i + 1]));
        }
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page send(HttpRequest request) {
        var response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Page(response.statusCode(), response.headers().map(), response.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reading) {
        try {
            return client.send(request, reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void remember(Page page) {
        var match = TOKEN.matcher(page.text());
        if (match.find()) {
            token = match.group(1);
        }
    }

    /** All cookies, for another process. */
    public String cookieHeader() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
