package cn.jiping.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route, asked by somebody it lets in, with input no form would send. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled before the first test
class SendingHostileInputTests {
    private static final List<Route> ROUTES = Routes.load().all();
    private static final Set<String> ENDS_THE_SESSION = Set.of("/sign-out");
    private static final Pattern TRACE =
            Pattern.compile(
                    "Exception|\\bat (cn|org|java|jakarta)\\.|springframework|org\\.postgresql|SQLState|Tomcat|<script>alert");
    private static final int TOO_LONG = 5_000;
    private static final int TOO_LARGE = 3_000_000;

    /** Raw values; encoded before they are sent. */
    private static final List<String> VALUES =
            List.of(
                    "' or '1'='1' --",
                    "<script>alert(1)</script>",
                    "${7*7}#{7*7}*{7*7}__${7*7}__::x",
                    "../../../../etc/passwd",
                    "\u0000",
                    "\uD83D\uDE00\u202E\uFEFF",
                    "-1",
                    "99999999999999999999999999",
                    "NaN",
                    "2021-02-30",
                    "0000-00-00T99:99",
                    "x".repeat(TOO_LONG),
                    "=cmd|' /C calc'!A0",
                    "a\r\nSet-Cookie: stolen=1",
                    "");

    /** Already encoded, some of it wrongly. */
    private static final List<String> SEGMENTS =
            List.of(
                    "%27%20or%201%3D1",
                    "%3Cscript%3E",
                    "%00",
                    "%ff%fe",
                    "%E4%B8",
                    "..%2f..%2f",
                    "..%5c",
                    "%",
                    "%zz",
                    ";jsessionid=1",
                    "%F0%9F%98%80",
                    "null",
                    "0",
                    "-1",
                    "x".repeat(TOO_LONG));

    @Autowired ConfigurableApplicationContext context;

    @Autowired
    org.springframework.beans.factory.ObjectProvider<RequestMappingHandlerMapping> mappings;

    @LocalServerPort int port;

    private Site site;
    private Map<Role, Visitor> visitors;
    private Map<String, Set<String>> fields;

    @BeforeAll
    void everyRoleSignsIn() {
        site = new Site(port, context);
        visitors = site.oneOfEachRole();
        fields = fieldsOfEveryRoute();
    }

    @Test
    void inTheAddress() {
        var before = site.digests();
        var wrong = new ArrayList<String>();

        for (var route : ROUTES) {
            if (route.path().getPatternString().contains("{")) {
                for (var segment : SEGMENTS) {
                    check(route, Paths.with(route, _ -> segment), Map.of(), wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(site.digests()).isEqualTo(before);
    }

    @Test
    void inEveryFieldOfAQuestion() {
        var before = site.digests();
        var wrong = new ArrayList<String>();

        for (var route : ROUTES) {
            if (route.method().equals(HttpMethod.GET)) {
                for (var value : VALUES) {
                    var query = Visitor.form(filled(route, value));
                    check(route, Paths.sample(route) + "?" + query + "&" + query, Map.of(), wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(site.digests()).isEqualTo(before);
    }

    @Test
    void inEveryFieldOfAForm() {
        var wrong = new ArrayList<String>();
        var before = site.digests();

        for (var route : posts()) {
            for (var value : VALUES) {
                check(route, Paths.sample(route), filled(route, value), wrong);
            }
            var after = site.digests();
            if (!after.equals(before)) {
                wrong.add(route.path() + " changed something");
            }
            before = after;
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void asABodyOfAnotherKind() {
        var before = site.digests();
        var wrong = new ArrayList<String>();
        var bodies =
                Map.of(
                        "application/json", "{\"a\":[[[[",
                        "text/xml",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
                        "multipart/form-data; boundary=x",
                                "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n",
                        "multipart/form-data", "nothing",
                        "not a type", "x",
                        "application/x-www-form-urlencoded", "a=%zz&%00=1&=&&",
                        "application/x-www-form-urlencoded; charset=nonsense", "a=1");

        for (var route : posts()) {
            bodies.forEach((type, body) -> {
                var answer = visitorFor(route).postAs(Paths.sample(route), type, body);
                judge(route, type, answer, wrong);
            });
        }

        assertThat(wrong).isEmpty();
        assertThat(site.digests()).isEqualTo(before);
    }

    @Test
    void asABodyLargerThanAnyForm() {
        var wrong = new ArrayList<String>();
        var large = Map.of("note", "x".repeat(TOO_LARGE));

        for (var route : posts()) {
            check(route, Paths.sample(route), large, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    private void check(Route route, String path, Map<String, String> form, List<String> wrong) {
        if (ENDS_THE_SESSION.contains(route.path().getPatternString())) {
            return;
        }
        HttpResponse<String> answer;
        try {
            answer = visitorFor(route).ask(route.method().name(), path, form);
        } catch (IllegalArgumentException _) {
            return; // the client itself refuses to send such an address; the raw ones are sent
            // elsewhere
        }
        judge(route, shortened(path) + " " + shortened(form.toString()), answer, wrong);
    }

    private static void judge(
            Route route, String sent, HttpResponse<String> answer, List<String> wrong) {
        if (answer.statusCode() >= 500 || tellsTooMuch(answer)) {
            wrong.add(route.method() + " " + route.path() + " " + sent + " " + answer.statusCode());
        }
        if (answer.headers().firstValue("Set-Cookie").orElse("").contains("stolen")) {
            wrong.add("header split: " + route.path());
        }
    }

    /** Figures for monitoring name exceptions by their nature; pages and problems must not. */
    private static boolean tellsTooMuch(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("text/html");
        return (type.contains("html") || type.contains("json"))
                && TRACE.matcher(answer.body()).find();
    }

    private Visitor visitorFor(Route route) {
        return switch (route.access()) {
            case ANYONE, SIGNED_IN, ROLES_OR_LOOPBACK -> visitor(Role.PROVINCE_CLERK);
            case ROLES -> visitor(route.roles().stream().sorted().findFirst().orElseThrow());
        };
    }

    private Visitor visitor(Role role) {
        return java.util.Optional.ofNullable(visitors.get(role)).orElseThrow();
    }

    private Map<String, String> filled(Route route, String value) {
        var form = new HashMap<String, String>();
        fields.getOrDefault(
                        key(route.method().name(), route.path().getPatternString()), Set.of("q"))
                .forEach(name -> form.put(name, value));
        return form;
    }

    private static List<Route> posts() {
        return ROUTES.stream()
                .filter(route -> route.method().equals(HttpMethod.POST))
                .filter(route -> !ENDS_THE_SESSION.contains(route.path().getPatternString()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private Map<String, Set<String>> fieldsOfEveryRoute() {
        var found = new HashMap<String, Set<String>>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods()
                    .forEach((info, handler) ->
                            info.getPatternValues()
                                    .forEach(path ->
                                            info.getMethodsCondition()
                                                    .getMethods()
                                                    .forEach(method ->
                                                            found.put(
                                                                    key(method.name(), path),
                                                                    fieldsOf(handler)))));
        }
        return found;
    }

    private static String key(String method, String path) {
        return method + " " + path;
    }

    private static Set<String> fieldsOf(HandlerMethod handler) {
        var names = new LinkedHashSet<String>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType().isRecord()) {
                for (var component : parameter.getParameterType().getRecordComponents()) {
                    names.add(component.getName());
                }
            } else if (parameter.hasParameterAnnotation(RequestParam.class)
                    && parameter.getParameter().isNamePresent()) {
                names.add(parameter.getParameter().getName());
            }
        }
        return names.isEmpty() ? Set.of("q") : names;
    }
}
