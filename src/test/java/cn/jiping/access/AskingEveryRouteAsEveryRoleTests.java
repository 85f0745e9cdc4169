package cn.jiping.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;

/** The matrix in {@code access/routes.csv}, walked with a real request per role and line. */
// on a slow machine the walk takes longer than a confirmation usually counts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.account.session.confirmed-for=1h")
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // filled before the first test
class AskingEveryRouteAsEveryRoleTests {
    private static final List<Route> ROUTES = Routes.load().all();

    /** Asked of nobody here: afterwards the session is gone. */
    private static final Set<String> ENDS_THE_SESSION = Set.of("/sign-out");

    @Autowired ConfigurableApplicationContext context;
    @LocalServerPort int port;

    private Site site;
    private Visitor anybody;
    private Map<Role, Visitor> visitors;

    @BeforeAll
    void everyRoleSignsIn() {
        site = new Site(port, context);
        anybody = Visitor.anybody(site.address());
        visitors = site.oneOfEachRole();
    }

    @Test
    @Order(1)
    void thereIsSomebodyOfEveryRole() {
        assertThat(visitors).containsOnlyKeys(Role.values());
    }

    @Test
    @Order(2)
    void whoIsNotListedIsRefusedAndNothingChanges() {
        var before = site.digests();
        var wrong = Collections.synchronizedList(new ArrayList<String>());

        eachRoleAtOnce((role, visitor) ->
                ROUTES.stream()
                        .filter(route -> !mayCall(route, role))
                        .forEach(route -> expect(visitor, route, Set.of(403), wrong)));

        assertThat(wrong).isEmpty();
        assertThat(site.digests()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void whoIsNotSignedInIsSentToSignIn() {
        var before = site.digests();
        var wrong = new ArrayList<String>();

        ROUTES.stream()
                .filter(route -> route.access() != Route.Access.ANYONE)
                .filter(route -> route.access() != Route.Access.ROLES_OR_LOOPBACK)
                .forEach(route -> expect(anybody, route, Set.of(303, 401), wrong));

        assertThat(wrong).isEmpty();
        assertThat(site.digests()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void aPostWithoutItsTokenIsRefusedToEverybody() {
        var before = site.digests();
        var wrong = Collections.synchronizedList(new ArrayList<String>());

        eachRoleAtOnce((_, visitor) ->
                posts().forEach(route -> {
                    var path = Paths.sample(route);
                    var status = visitor.postWithoutToken(path, Map.of()).statusCode();
                    if (status != 403) {
                        wrong.add(visitor + " " + route.path() + " " + status);
                    }
                }));

        assertThat(wrong).isEmpty();
        assertThat(site.digests()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void whoIsListedIsLetInAndForeignIdsAreNotFound() {
        var wrong = new ArrayList<String>();
        var before = site.digests();

        for (var route : ROUTES) {
            visitors.forEach((role, visitor) -> {
                if (mayCall(route, role)) {
                    expect(visitor, route, answersToSomebodyLetIn(route), wrong);
                }
            });
            var after = site.digests();
            if (!after.equals(before)) {
                wrong.add(route.method() + " " + route.path() + " changed something");
            }
            before = after;
        }

        assertThat(wrong).isEmpty();
    }

    /** Refusals change nothing, so nobody need wait for anybody else's. */
    private void eachRoleAtOnce(BiConsumer<Role, Visitor> asks) {
        visitors.entrySet().parallelStream()
                .forEach(each -> asks.accept(each.getKey(), each.getValue()));
    }

    private static Set<Integer> answersToSomebodyLetIn(Route route) {
        var names = route.path().getPatternString().contains("{");
        return names
                ? Set.of(400, 404, 410, 415, 429)
                : Set.of(200, 204, 302, 303, 304, 400, 404, 409, 415, 422, 429);
    }

    private static boolean mayCall(Route route, Role role) {
        return switch (route.access()) {
            case ANYONE, SIGNED_IN, ROLES_OR_LOOPBACK -> true;
            case ROLES -> route.roles().contains(role);
        };
    }

    private static List<Route> posts() {
        return ROUTES.stream()
                .filter(route -> route.method().equals(HttpMethod.POST))
                .filter(route -> !route.tokenless())
                .toList();
    }

    private static void expect(
            Visitor visitor, Route route, Set<Integer> expected, List<String> wrong) {
        if (ENDS_THE_SESSION.contains(route.path().getPatternString())) {
            return;
        }
        var path = Paths.sample(route);
        var status = visitor.ask(route.method().name(), path, Map.of()).statusCode();
        if (!expected.contains(status)) {
            wrong.add(visitor + " " + route.method() + " " + path + " " + status);
        }
    }
}
