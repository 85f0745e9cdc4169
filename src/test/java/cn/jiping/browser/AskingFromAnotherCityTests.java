package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.account.DemoAccounts;
import cn.jiping.account.DemoAccounts.DemoAccount;
import cn.jiping.account.DemoBodies;
import cn.jiping.account.NewAccount;
import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.exam.Autumn;
import cn.jiping.person.PersonFixtures;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.testing.WebClient;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;

/**
 * Every GET route of the matrix with the real ids of Hangzhou, asked for by the same offices of
 * Ningbo, its county, its body, its hall and another candidate: what each may be told stands in
 * {@code access/outsiders.csv}. That Hangzhou's own people are told it is asked beside it, so that
 * nobody is refused merely because nothing is there.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.clock.start=2021-07-01T09:00:00")
@ActiveProfiles("demo")
@Import({TestDatabase.class, CertificateFixtures.Configured.class, Autumn.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled before the first test
class AskingFromAnotherCityTests {
    private static final List<Route> ROUTES =
            Routes.load().all().stream()
                    .filter(route -> route.method().equals(HttpMethod.GET))
                    .toList();
    private static final List<Role> OFFICES =
            List.of(
                    Role.CITY_CLERK,
                    Role.CITY_REVIEWER,
                    Role.CITY_APPROVER,
                    Role.CITY_FINANCE,
                    Role.COUNTY_CLERK,
                    Role.BODY_ELIGIBILITY_REVIEWER,
                    Role.BODY_EXAM_AFFAIRS,
                    Role.INVIGILATOR);
    private static final String NINGBO = "-3302";
    private static final String PAYER_PHONE = "13800000001";
    private static final String OTHER_PHONE = "13900006262";
    private static final int FIRST_ERROR = 400;

    /** As exports write it, which carry no ids. */
    private static final String CITY = "杭州";

    /** Nobody of the season has a subject to sit again. */
    private static final Set<String> NOTHING_HERE =
            Set.of("/authority/resits", "/authority/resits/export");

    /** What somebody from elsewhere is told by a route. */
    private enum Told {
        PUBLIC,
        BEARER,
        COMMON,
        OWN,
        REFUSED,
        CLOSED
    }

    /** The same role, here and elsewhere. */
    private record Pair(Role role, WebClient here, WebClient elsewhere) {}

    @Autowired ConfigurableApplicationContext context;
    @LocalServerPort int port;
    private final Map<String, Told> table = new LinkedHashMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private Places places;

    @BeforeAll
    void somethingOfEverythingInHangzhou() throws IOException {
        var matters = startedWith();
        places = new Places(matters, candidate(PAYER_PHONE, "演示沈清和"));
        candidate(OTHER_PHONE, "演示陆远帆");
        matters.the(DemoAccounts.class).open(matters.the(DemoBodies.class).list());
        for (var role : OFFICES) {
            var account = account(role);
            pairs.add(
                    new Pair(
                            role,
                            staff(account.login(), account),
                            staff(account.login() + NINGBO, account)));
        }
        pairs.add(new Pair(Role.CANDIDATE, byPhone(PAYER_PHONE), byPhone(OTHER_PHONE)));
        for (var line : Files.readAllLines(Path.of("src/test/resources/access/outsiders.csv"))) {
            if (!line.startsWith("#")) {
                var at = line.lastIndexOf(',');
                var told = Told.valueOf(line.substring(at + 1).toUpperCase(Locale.ROOT));
                assertThat(table.put(line.substring(0, at), told)).as(line).isNull();
            }
        }
    }

    private Matters startedWith() {
        new SignedIn(context);
        return new Matters(context);
    }

    private PersonId candidate(String phone, String name) {
        var identity =
                new NewAccount.Identity(
                        name, PersonFixtures.residentId(LocalDate.of(1983, 5, 9)), null, null);
        var actor = context.getBean(DemoAccounts.class).candidate(phone, identity);
        return Objects.requireNonNull(actor.person());
    }

    private DemoAccount account(Role role) {
        return context.getBean(DemoAccounts.class).list().stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private WebClient staff(String userName, DemoAccount account) {
        var client = new WebClient(port);
        client.signIn(userName, Objects.requireNonNull(account.password()));
        return client;
    }

    private WebClient byPhone(String phone) {
        var client = new WebClient(port);
        client.signInByPhone(phone);
        return client;
    }

    @Test
    void whatEachRouteTellsThemIsWrittenDown() {
        assertThat(table.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ROUTES.stream().map(AskingFromAnotherCityTests::pattern).toList());
    }

    @TestFactory
    Stream<DynamicTest> tellsThemNoMoreThanThat() {
        return ROUTES.stream()
                .filter(route -> table.containsKey(pattern(route)))
                .map(route -> DynamicTest.dynamicTest(pattern(route), () -> ask(route)));
    }

    private void ask(Route route) throws IOException {
        var told = Objects.requireNonNull(table.get(pattern(route)));
        switch (told) {
            case CLOSED -> assertThat(letIn(route)).isEmpty();
            case BEARER -> namesNobody(route);
            case PUBLIC -> {
                assertThat(route.access()).isEqualTo(Route.Access.ANYONE);
                namesNobody(route);
            }
            case COMMON, OWN, REFUSED -> {
                assertThat(letIn(route)).isNotEmpty();
                for (var pair : letIn(route)) {
                    for (var address : addresses(route, told)) {
                        isTold(told, pair, address);
                    }
                }
                isThereForSomebodyHere(route, told);
            }
        }
    }

    private void namesNobody(Route route) throws IOException {
        for (var address : places.of(pattern(route))) {
            var answer = letIn(route).getFirst().elsewhere().fetch(address);
            assertThat(found(places.names(), Answered.text(answer), address)).as(address).isEmpty();
        }
    }

    private void isTold(Told told, Pair pair, String address) throws IOException {
        var answer = pair.elsewhere().fetch(address);
        var asked = pair.role() + " " + address;
        if (told == Told.REFUSED) {
            assertThat(answer.statusCode()).as(asked).isIn(403, 404);
        } else {
            assertThat(answer.statusCode()).as(asked).isLessThan(FIRST_ERROR);
        }
        assertThat(ofTheCity(answer, address)).as(asked).isEmpty();
        if (told == Told.OWN && address.contains("export")) {
            assertThat(Answered.text(answer)).as(asked).doesNotContain(CITY);
        }
    }

    /** Otherwise nothing would be told, whatever the scope. */
    private void isThereForSomebodyHere(Route route, Told told) throws IOException {
        switch (told) {
            case OWN -> {
                if (!NOTHING_HERE.contains(pattern(route))) {
                    isListedHere(route);
                }
            }
            case REFUSED -> isOpenedHere(route);
            case PUBLIC, BEARER, COMMON, CLOSED -> {}
        }
    }

    private void isListedHere(Route route) throws IOException {
        for (var pair : letIn(route)) {
            for (var address : addresses(route, Told.OWN)) {
                var answer = pair.here().fetch(address);
                if (!ofTheCity(answer, address).isEmpty()
                        || (address.contains("export") && Answered.text(answer).contains(CITY))) {
                    return;
                }
            }
        }
        assertThat(letIn(route)).as("nothing of the city in %s", pattern(route)).isEmpty();
    }

    private void isOpenedHere(Route route) {
        for (var address : places.of(pattern(route))) {
            var answers =
                    letIn(route).stream()
                            .map(pair -> pair.here().fetch(address).statusCode())
                            .toList();
            assertThat(answers)
                    .as("%s for Hangzhou's own", address)
                    .anyMatch(status ->
                            status < FIRST_ERROR || status == Places.answer(pattern(route)));
        }
    }

    private List<String> ofTheCity(HttpResponse<byte[]> answer, String address) throws IOException {
        var text = Answered.text(answer);
        var found = found(places.names(), text, address);
        found.addAll(found(places.marks(), text, address));
        return found;
    }

    /** What was asked with may be repeated in the answer. */
    private static List<String> found(Iterable<String> marks, String text, String address) {
        var found = new ArrayList<String>();
        for (var mark : marks) {
            if (text.contains(mark) && !address.contains(mark)) {
                found.add(mark);
            }
        }
        return found;
    }

    /** A list is also asked for by what it is searched and narrowed with. */
    private List<String> addresses(Route route, Told told) {
        var there = places.of(pattern(route));
        return told == Told.OWN ? there.stream().flatMap(this::narrowed).toList() : there;
    }

    private Stream<String> narrowed(String list) {
        return Stream.concat(
                Stream.of(
                        list,
                        list + "?city=330100&place=330100&division=330100&all=true",
                        list + "?closed=true&mine=false&state=&status=&size=100",
                        list + "?session=" + CertificateFixtures.SESSION.id()),
                places.names().stream()
                        .sorted()
                        .map(name -> list + "?q=" + name + "&name=" + name));
    }

    private List<Pair> letIn(Route route) {
        return pairs.stream()
                .filter(pair ->
                        route.access() != Route.Access.ROLES || route.roles().contains(pair.role()))
                .filter(_ -> route.access() != Route.Access.ROLES_OR_LOOPBACK)
                .toList();
    }

    private static String pattern(Route route) {
        return route.path().getPatternString();
    }
}
