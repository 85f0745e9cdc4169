package cn.jiping.access;

import cn.jiping.account.DemoAccounts.DemoAccount;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without script: keeps cookies, takes the form token from the page. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SHOWN_CODE = Pattern.compile("验证码\\D{0,20}(\\d{6})(?!\\d)");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String site;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final String name;
    private String token = "";

    private Visitor(String site, String name) {
        this.site = site;
        this.name = name;
    }

    static Visitor anybody(String site) {
        var visitor = new Visitor(site, "anybody");
        visitor.takeToken("/sign-in");
        return visitor;
    }

    static Visitor signedIn(String site, DemoAccount account) {
        var visitor = new Visitor(site, account.role().name());
        visitor.signIn(account);
        return visitor;
    }

    private void signIn(DemoAccount account) {
        takeToken("/sign-in");
        var answer = account.byPhone() ? byCode(account.login()) : byPassword(account);
        if (answer.statusCode() != 303 && answer.statusCode() != 302) {
            throw new IllegalStateException(name + " cannot sign in: " + answer.statusCode());
        }
        takeToken("/account/role");
    }

    private HttpResponse<String> byPassword(DemoAccount account) {
        return post(
                "/sign-in",
                Map.of(
                        "username",
                        account.login(),
                        "password",
                        Optional.ofNullable(account.password()).orElseThrow()));
    }

    private HttpResponse<String> byCode(String phone) {
        var page = post("/sign-in/phone", Map.of("phone", phone));
        var shown = SHOWN_CODE.matcher(page.body());
        if (!shown.find()) {
            throw new IllegalStateException("No code shown: " + page.statusCode());
        }
        return post("/sign-in/phone/code", Map.of("phone", phone, "code", shown.group(1)));
    }

    private void takeToken(String path) {
        var found = TOKEN.matcher(get(path).body());
        if (!found.find()) {
            throw new IllegalStateException("No form on " + path + " for " + name);
        }
        token = found.group(1);
    }

    String token() {
        return token;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
    }

    HttpResponse<String> ask(String method, String path, Map<String, String> form) {
        return method.equals("GET") ? get(path) : post(path, form);
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        var fields = form(form) + (form.isEmpty() ? "" : "&") + form(Map.of("_csrf", token));
        return postRaw(path, "application/x-www-form-urlencoded", fields);
    }

    HttpResponse<String> postWithoutToken(String path, Map<String, String> form) {
        return postRaw(path, "application/x-www-form-urlencoded", form(form));
    }

    /** Any body under any type; the token goes into the header. */
    HttpResponse<String> postAs(String path, String type, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", type)
                        .header("X-CSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> postRaw(String path, String type, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(LIMIT).header("Accept", "text/html,*/*;q=0.8").build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer for " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return name;
    }
}
