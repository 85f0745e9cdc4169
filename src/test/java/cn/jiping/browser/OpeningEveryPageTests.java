package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.exam.Autumn;
import cn.jiping.shared.Role;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.net.URI;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/**
 * Every page of the matrix in {@code access/routes.csv}, opened by somebody it is for, on every
 * screen: it answers, axe-core finds nothing, and nothing scrolls sideways. What is no page stands
 * in a list here, and where each page's matter comes from in {@link Places}; what stands in neither
 * fails.
 */
@Import({CertificateFixtures.Configured.class, Autumn.class})
class OpeningEveryPageTests extends InTheBrowser {
    private static final List<Route> ROUTES =
            Routes.load().all().stream()
                    .filter(route -> route.method().equals(HttpMethod.GET))
                    .sorted(
                            Comparator.comparing(Route::stepUp)
                                    .reversed()
                                    .thenComparing(OpeningEveryPageTests::pattern))
                    .toList();

    /** Files, figures, data and pieces of pages. */
    private static final Set<String> NO_PAGES =
            Set.of(
                    "/assets/**",
                    "/webjars/**",
                    "/favicon.ico",
                    "/actuator/health",
                    "/actuator/prometheus",
                    "/keys/public",
                    "/files/{id}",
                    "/api/v1/decisions",
                    "/api/v1/decisions/{topic}",
                    "/api/v1/openapi",
                    "/law/clauses.csv",
                    "/law/clauses.xlsx",
                    "/law/values.csv",
                    "/law/values.xlsx",
                    "/api/v1/divisions",
                    "/api/v1/occupations",
                    "/occupations.csv",
                    "/occupations/export",
                    "/api/v1/divisions/{code}",
                    "/audit/acts.xlsx",
                    "/audit/roots.txt",
                    "/admin/accounts/export",
                    "/admin/notices/export",
                    "/admin/territory/export",
                    "/authority/persons/export",
                    "/draws/{id}/record.json",
                    "/authority/draws/export",
                    "/authority/draws/pool-template",
                    "/authority/draws/{id}/pool",
                    "/body/draws/export",
                    "/body/draws/{id}/pool",
                    "/audit/draws/export",
                    "/audit/draws/{id}/pool",
                    "/account/notices/unread",
                    "/authority/tasks/counts",
                    "/authority/tasks/export",
                    "/body/tasks/counts",
                    "/body/tasks/export",
                    "/my/tasks/counts",
                    "/my/tasks/export",
                    "/expert/tasks/counts",
                    "/expert/tasks/export",
                    "/audit/tasks/counts",
                    "/audit/tasks/export",
                    "/admin/tasks/counts",
                    "/admin/tasks/export",
                    "/authority/payments/export",
                    "/authority/payments/reconciliation/export",
                    "/authority/payments/settlements/export",
                    "/authority/law/versions/{number}/files",
                    "/authority/law/replays/{id}/export",
                    "/authority/sessions/export",
                    "/authority/sites/export",
                    "/authority/exams/{id}/{city}/export",
                    "/authority/exams/{session}/groups/export",
                    "/authority/exams/{session}/practicals/export",
                    "/authority/exams/{session}/reports/export",
                    "/authority/exams/{session}/reports/{city}/export",
                    "/authority/exams/{id}/{city}/papers/{kind}",
                    "/authority/exams/{id}/incidents/export",
                    "/authority/exams/{id}/dues/export",
                    "/authority/exams/{id}/{city}/packets/export",
                    "/authority/exams/{id}/{city}/incidents/export",
                    "/authority/exams/{id}/{city}/incidents/record",
                    "/hall/exams/{id}/{city}/incidents/export",
                    "/hall/exams/{id}/{city}/incidents/record",
                    "/authority/exams/{id}/{city}/day/export",
                    "/hall/exams/{id}/{city}/day/export",
                    "/my/tickets/{session}/{id}/pdf",
                    "/authority/scores/{id}/{city}/template",
                    "/authority/scores/{id}/{city}/export",
                    "/api/v1/certificates/{number}/verification",
                    "/api/v1/certificates/statements/{token}",
                    "/my/certificates/{id}/pdf",
                    "/authority/certificates/export",
                    "/authority/certificates/sessions/{session}/print",
                    "/authority/certificates/sessions/{session}/receipts",
                    "/authority/certificates/{id}/pdf",
                    "/authority/resits/export",
                    "/authority/counter/export",
                    "/authority/counter/consent",
                    "/authority/counter/{id}/sheet/pdf",
                    "/authority/counter/{id}/ticket/pdf",
                    "/my/applications/{id}/sheet/pdf",
                    "/body/reviews/{id}/sheet",
                    "/authority/reviews/{id}/sheet",
                    "/body/reviews/export",
                    "/authority/reviews/export",
                    "/body/reviews/{id}/next",
                    "/authority/reviews/{id}/next");

    /** Nobody behind these doors hands a task on; the page leads back to the task. */
    private static final Set<String> LEADING_BACK =
            Set.of("/my/tasks/{id}/hand", "/expert/tasks/{id}/hand");

    /** Who opens what several may open: the first of these. */
    private static final List<Role> PREFERRED =
            List.of(
                    Role.CITY_CLERK,
                    Role.CITY_REVIEWER,
                    Role.BODY_HEAD,
                    Role.CANDIDATE,
                    Role.ASSESSOR,
                    Role.INVIGILATOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR,
                    Role.CITY_FINANCE,
                    Role.PROVINCE_FINANCE,
                    Role.PROVINCE_APPROVER,
                    Role.PROVINCE_CLERK,
                    Role.COUNTY_CLERK);

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private @Nullable Visitor anybody;

    @TestFactory
    Stream<DynamicTest> forSomebodyItIsFor() {
        var matters = new Matters(context);
        var places = new Places(matters, matters.identified(visitor(Role.CANDIDATE)));
        return ROUTES.stream()
                .filter(route -> !NO_PAGES.contains(pattern(route)))
                .flatMap(route ->
                        places.of(pattern(route)).stream()
                                .map(address ->
                                        DynamicTest.dynamicTest(
                                                address, () -> open(route, address))));
    }

    @TestFactory
    Stream<DynamicTest> unlessItIsNoPage() {
        return NO_PAGES.stream()
                .map(pattern -> DynamicTest.dynamicTest(pattern, () -> isNoPage(pattern)));
    }

    private void isNoPage(String pattern) {
        var route = ROUTES.stream().filter(r -> pattern(r).equals(pattern)).findFirst();
        assertThat(route).isPresent();
        if (!pattern.contains("{") && !pattern.contains("*")) {
            var answer = visitor(route.orElseThrow()).page().request().get(pattern);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).doesNotContain("<main");
        }
    }

    private void open(Route route, String address) {
        var visitor = visitor(route).at(Screen.DESK);
        visitor.visit(address, Places.answer(pattern(route)));
        assertThat(URI.create(visitor.page().url()).getPath())
                .isEqualTo(URI.create(leadsTo(route, address)).getPath());
        assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
        visitor.at(Screen.PHONE).looksGood(Visitor.name(address));
    }

    private static String leadsTo(Route route, String address) {
        return LEADING_BACK.contains(pattern(route))
                ? address.substring(0, address.lastIndexOf('/'))
                : address;
    }

    private Visitor visitor(Route route) {
        return switch (route.access()) {
            case ANYONE -> anybody();
            case SIGNED_IN, ROLES_OR_LOOPBACK -> visitor(Role.CITY_CLERK);
            case ROLES -> visitor(somebodyOf(route.roles()).orElseThrow());
        };
    }

    private Visitor anybody() {
        var one = anybody;
        if (one == null) {
            one = browser.visitor(Screen.DESK);
            anybody = one;
        }
        return one;
    }

    private static Optional<Role> somebodyOf(Set<Role> roles) {
        return PREFERRED.stream().filter(roles::contains).findFirst();
    }

    private Visitor visitor(Role role) {
        return visitors.computeIfAbsent(
                role, missing -> people.as(missing, browser.visitor(Screen.DESK)));
    }

    private static String pattern(Route route) {
        return route.path().getPatternString();
    }
}
