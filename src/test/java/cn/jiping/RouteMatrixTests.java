package cn.jiping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.testing.TestDatabase;
import cn.jiping.web.NavEntry;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The matrix names every route of the program, and no other. */
@SpringBootTest
@Import(TestDatabase.class)
class RouteMatrixTests {
    /** Handlers with no method answer all; forms and links use these. */
    private static final Set<RequestMethod> ANY = Set.of(RequestMethod.GET, RequestMethod.POST);

    @Autowired ApplicationContext context;
    @Autowired Routes routes;

    @Test
    void listsEveryHandler() {
        var handlers =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet();

        assertThat(unlisted(handlers, routes.all())).isEmpty();
    }

    @Test
    void listsNothingThatDoesNotExist() {
        var handlers =
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .collect(Collectors.toSet());

        assertThat(dangling(routes.all(), handlers)).isEmpty();
    }

    @Test
    void opensEveryLinkOfTheMenusToSomebody(@Autowired ObjectProvider<NavEntry> entries) {
        assertThat(entries.stream())
                .allSatisfy(entry ->
                        assertThat(routes.match(HttpMethod.GET, entry.path()))
                                .describedAs(entry.path())
                                .isPresent());
    }

    @Test
    void namesEveryLinkOfTheMenus(
            @Autowired ObjectProvider<NavEntry> entries, @Autowired MessageSource messages) {
        assertThat(entries.stream())
                .allSatisfy(entry ->
                        assertThat(
                                        messages.getMessage(
                                                "nav." + entry.key(),
                                                null,
                                                null,
                                                java.util.Locale.CHINA))
                                .describedAs(entry.key())
                                .isNotNull());
    }

    @Test
    void missesAHandlerThatNobodyListed() {
        var forgotten = RequestMappingInfo.paths("/forgotten").methods(RequestMethod.POST).build();

        assertThat(unlisted(List.of(forgotten), routes.all())).containsExactly("POST /forgotten");
    }

    @Test
    void missesALineWhoseHandlerIsGone() {
        assertThat(dangling(routes.all(), Set.of())).contains("GET /styleguide");
    }

    private static Set<String> unlisted(
            Collection<RequestMappingInfo> handlers, List<Route> lines) {
        var listed = lines.stream().map(RouteMatrixTests::told).collect(Collectors.toSet());
        return handlers.stream()
                .flatMap(RouteMatrixTests::told)
                .filter(route -> !listed.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> dangling(
            List<Route> lines, Collection<RequestMappingInfo> handlers) {
        var handled = handlers.stream().flatMap(RouteMatrixTests::told).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> !isResource(line.path().getPatternString()))
                .map(RouteMatrixTests::told)
                .filter(route -> !handled.contains(route))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isResource(String path) {
        var folder = path.replace("**", "");
        return new ClassPathResource("static" + folder).exists()
                || new ClassPathResource("META-INF/resources" + folder).exists();
    }

    private static String told(Route line) {
        return line.method() + " " + line.path().getPatternString();
    }

    private static Stream<String> told(RequestMappingInfo handler) {
        var methods = handler.getMethodsCondition().getMethods();
        return handler.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? ANY : methods)
                                .stream().map(method -> method + " " + path));
    }
}
