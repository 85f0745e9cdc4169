package cn.jiping.web;

import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * 权限矩阵: which role may call which route, read from {@code access/routes.csv}. What the file does
 * not list is refused to everybody.
 */
public final class Routes {
    private static final String FILE = "/access/routes.csv";
    private static final PathPatternParser PARSER = new PathPatternParser();

    private final List<Route> routes;

    private Routes(List<Route> routes) {
        this.routes =
                routes.stream()
                        .sorted(
                                Comparator.comparing(
                                        Route::path, PathPattern.SPECIFICITY_COMPARATOR))
                        .toList();
    }

    public static Routes load() {
        try (InputStream in = Routes.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + FILE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lines of {@code METHOD,/path,who,protection}; who is {@code anyone}, {@code signed-in} or
     * names of roles and offices between spaces ({@code loopback} adds this machine), protection is
     * empty, {@code step-up}, {@code open} or {@code signed}, and {@code metered} after it where
     * one caller may ask only so often.
     *
     * @throws IllegalArgumentException on a line that cannot be read or a route given twice
     */
    static Routes parse(String text) {
        var routes =
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Routes::line)
                        .toList();
        var seen =
                routes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        r -> r.method() + " " + r.path(), Collectors.counting()));
        seen.forEach((route, times) -> {
            if (times > 1) {
                throw new IllegalArgumentException("Route given twice: " + route);
            }
        });
        return new Routes(routes);
    }

    private static Route line(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("Not METHOD,/path,who,protection: " + line);
        }
        var who = Set.of(cells[2].strip().split("\\s+"));
        var words = new ArrayList<>(List.of(cells[3].strip().split("\\s+")));
        var metered = words.remove("metered");
        var protection =
                switch (String.join(" ", words)) {
                    case "" -> Route.Protection.TOKEN;
                    case "step-up" -> Route.Protection.STEP_UP;
                    case "open" -> Route.Protection.OPEN;
                    case "signed" -> Route.Protection.SIGNED;
                    default -> throw new IllegalArgumentException("Unknown protection: " + line);
                };
        var route =
                new Route(
                        HttpMethod.valueOf(cells[0].strip()),
                        PARSER.parse(cells[1].strip()),
                        access(who),
                        roles(who),
                        protection,
                        metered);
        if (route.tokenless() && !who.contains("anyone")) {
            throw new IllegalArgumentException("Without token, but not to anyone: " + line);
        }
        return route;
    }

    private static Route.Access access(Set<String> who) {
        if (who.contains("anyone")) {
            return Route.Access.ANYONE;
        }
        if (who.contains("signed-in")) {
            return Route.Access.SIGNED_IN;
        }
        return who.contains("loopback") ? Route.Access.ROLES_OR_LOOPBACK : Route.Access.ROLES;
    }

    private static Set<Role> roles(Set<String> who) {
        return who.stream()
                .filter(name -> !Set.of("anyone", "signed-in", "loopback").contains(name))
                .flatMap(Routes::named)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Stream<Role> named(String name) {
        return Arrays.stream(Office.values())
                .filter(office -> office.name().equals(name))
                .findAny()
                .map(office -> Arrays.stream(Role.values()).filter(r -> r.office() == office))
                .orElseGet(() -> Stream.of(Role.valueOf(name)));
    }

    public List<Route> all() {
        return routes;
    }

    /** The most special line for the request; empty means nobody may. HEAD counts as GET. */
    public Optional<Route> match(HttpMethod method, String path) {
        var asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        var container = PathContainer.parsePath(path);
        return routes.stream()
                .filter(route -> route.method().equals(asked))
                .filter(route -> route.path().matches(container))
                .findFirst();
    }

    /** Whether an account of the role may call the route; what shows in menus is asked here too. */
    public boolean allows(Role role, HttpMethod method, String path) {
        return match(method, path)
                .map(route ->
                        switch (route.access()) {
                            case ANYONE, SIGNED_IN -> true;
                            case ROLES, ROLES_OR_LOOPBACK -> route.roles().contains(role);
                        })
                .orElse(false);
    }
}
