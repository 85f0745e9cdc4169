package cn.jiping.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.Secret;
import cn.jiping.exam.Autumn;
import cn.jiping.exam.Entry;
import cn.jiping.exam.SittingPlace;
import cn.jiping.exam.SmallGroups;
import cn.jiping.institution.SiteId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Office;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestDatabase;
import cn.jiping.web.Route;
import cn.jiping.web.Routes;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.ActiveProfiles;

/**
 * Every page of the matrix in {@code access/routes.csv}, opened by somebody it is for, on every
 * screen: it answers, axe-core finds nothing, and nothing scrolls sideways. What is no page stands
 * in a list here, and so does where each page's matter comes from; what stands in neither fails.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "jiping.clock.start=2021-07-01T09:00:00")
@ActiveProfiles("demo")
@Import({TestDatabase.class, CertificateFixtures.Configured.class, Autumn.class})
@SuppressWarnings("NullAway.Init") // filled before each test
class OpeningEveryPageTests {
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

    /** Pages that say no in the demo; their other side is shown where it happens. */
    private static final Map<String, Integer> SAYING_NO =
            Stream.concat(
                            Stream.of(
                                    Map.entry("/error", 404),
                                    Map.entry("/first-administrator/{token}", 410),
                                    Map.entry("/my/tickets/{session}/{id}", 422),
                                    Map.entry("/authority/counter/{id}/ticket", 404)),
                            Stream.of("/my/applications", "/authority/counter")
                                    .flatMap(base ->
                                            Stream.of(
                                                            "photo",
                                                            "background",
                                                            "certificates",
                                                            "history",
                                                            "condition",
                                                            "materials")
                                                    .map(step ->
                                                            Map.entry(
                                                                    base + "/{id}/form/" + step,
                                                                    404))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

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

    @RegisterExtension final Browser browser = new Browser();
    @Autowired ConfigurableApplicationContext context;
    private SignedIn people;
    private final Map<String, List<String>> places = new HashMap<>();
    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private @Nullable Visitor anybody;
    private PersonId payer;

    @BeforeEach
    void people() {
        people = new SignedIn(context);
    }

    private void somethingOfEverything() {
        var matters = new Matters(context);
        var season = new SeasonMatters(matters);
        payer = matters.identified(visitor(Role.CANDIDATE));
        session(matters, season);
        platform(matters);
        persons(matters);
        draws(matters);
        tasks(matters);
        law(matters);
        payments(season);
        certificates(season);
    }

    private void certificates(SeasonMatters season) {
        var issued = season.certificate(payer);
        var contested = season.contested(payer).id();
        var mine = "/my/certificates/";
        var all = "/authority/certificates/";
        place("/verify/{token}", "/verify/" + issued.issue().token());
        place(mine + "{id}", mine + issued.id());
        place(all + "{id}", all + issued.id(), all + contested);
        Stream.of("/place", "/hand-out", "/revocation", "/replacement")
                .forEach(step -> place(all + "{id}" + step, all + issued.id() + step));
        Stream.of("/revocation/confirm", "/revocation/reject")
                .forEach(step -> place(all + "{id}" + step, all + contested + step));
    }

    private void payments(SeasonMatters season) {
        var open = season.order(payer);
        var paid = season.paid(season.order(payer));
        place("/my/payments/{id}", "/my/payments/" + open, "/my/payments/" + paid);
        place("/my/payments/{id}/voucher", "/my/payments/" + paid + "/voucher");
        place("/gateway/{id}", season.gateway(payer, open));
        var orders = "/authority/payments/";
        place(orders + "{id}", orders + open, orders + paid);
        place(orders + "{id}/refund", orders + paid + "/refund");
        var settlement = orders + "settlements/" + season.settlement() + "/330100";
        place(orders + "settlements/{session}/{code}/declare", settlement + "/declare");
        place(orders + "settlements/{session}/{code}/receive", settlement + "/receive");
    }

    /**
     * Announced, registered for and arranged in its own summer; everything after it is of today.
     */
    private void session(Matters matters, SeasonMatters season) {
        var session = season.registering(LocalDateTime.of(2021, 7, 20, 9, 0));
        var one = "/authority/sessions/";
        place("/sessions/{id}", "/sessions/" + session);
        place(one + "{id}", one + session);
        place(one + "new/{code}", one + "new/2021-10");
        place(one + "{id}/announcement", one + session + "/announcement");
        place(one + "{id}/discarding", one + session + "/discarding");
        place(one + "{id}/parts/{city}", one + session + "/parts/" + Matters.HANGZHOU);
        applications(season, session);
        exams(season, session, site(season));
        smallGroups(matters, session);
        matters.untilToday();
    }

    private SiteId site(SeasonMatters season) {
        var sites = "/authority/sites/";
        var id = season.site();
        place(sites + "{id}", sites + id);
        place(sites + "{id}/entry", sites + id + "/entry");
        place(sites + "{id}/closing", sites + id + "/closing");
        return id;
    }

    private void exams(SeasonMatters season, SessionId session, SiteId site) {
        season.nineOthers(session);
        var examinee = season.seated(payer, session, site);
        var exams = "/authority/exams/";
        place(exams + "{id}", exams + session);
        place(exams + "{id}/{city}", exams + session + "/" + Matters.HANGZHOU);
        practicals(season, session, site);
        examDay(season.signedIn(examinee), examinee);
        var scores = "/authority/scores/";
        place(scores + "{id}", scores + session);
        place(scores + "{id}/{city}", scores + session + "/" + Matters.HANGZHOU);
        place(
                scores + "{id}/{city}/release",
                scores + session + "/" + Matters.HANGZHOU + "/release");
        place("/my/tickets/{session}/{id}", "/my/tickets/" + session + "/" + examinee.id());
    }

    /** One that was entered. */
    private void practicals(SeasonMatters season, SessionId session, SiteId site) {
        var all = "/authority/exams/{session}/practicals";
        place(all, "/authority/exams/" + session + "/practicals");
        var key = season.practical(session, site);
        place(
                all + "/{city}/{offering}/{sitting}",
                "/authority/exams/"
                        + session
                        + "/practicals/"
                        + key.city()
                        + "/"
                        + key.offering()
                        + "/"
                        + key.sitting().code());
    }

    private void smallGroups(Matters matters, SessionId session) {
        matters.the(Autumn.class).registered(session, Matters.HANGZHOU, "保安员");
        var group = matters.the(SmallGroups.class).list(Matters.PROGRAM, session).getFirst();
        var groups = "/authority/exams/" + session + "/groups";
        matters.the(BusinessClock.class).runDueWork();
        var reports = "/authority/exams/" + session + "/reports";
        place("/authority/exams/{session}/reports", reports);
        place("/authority/exams/{session}/reports/{city}", reports + "/" + Matters.HANGZHOU);
        place("/authority/exams/{session}/groups", groups);
        place("/authority/exams/{session}/groups/{group}", groups + "/" + group.id());
    }

    private void examDay(SittingPlace place, Entry examinee) {
        var all = "/authority/exams/";
        place(all + "{id}/incidents", all + place.session() + "/incidents");
        place(all + "{id}/dues", all + place.session() + "/dues");
        place(all + "{id}/{city}/packets", all + place.session() + "/" + place.city() + "/packets");
        for (var door : List.of("/authority", "/hall")) {
            var days = door + "/exams/{id}/{city}/day";
            var day = door + "/exams/" + place.session() + "/" + place.city() + "/day";
            var sitting = day + "/" + place.room() + "/" + place.sitting().code();
            place(days, day);
            place(days + "/{room}/{sitting}", sitting);
            var happened = door + "/exams/" + place.session() + "/" + place.city() + "/incidents";
            place(door + "/exams/{id}/{city}/incidents", happened);
            place(door + "/exams/{id}/{city}/incidents/new", happened + "/new");
            place(days + "/{room}/{sitting}/closing", sitting + "/closing");
            place(
                    days + "/{room}/{sitting}/{examinee}/correction",
                    sitting + "/" + examinee.id() + "/correction");
        }
    }

    private void applications(SeasonMatters season, SessionId session) {
        var mine = "/my/applications/";
        var application = season.application(session, payer);
        var counter = "/authority/counter/";
        var there = season.atCounter(session);
        place(mine + "new", mine + "new?session=" + session);
        place(mine + "{id}", mine + application);
        place(counter + "{id}", counter + there);
        place(counter + "{id}/ticket", counter + there + "/ticket");
        place(counter + "{id}/scores", counter + there + "/scores");
        for (var door : List.of("/body", "/authority")) {
            place(door + "/reviews/{id}", door + "/reviews/" + application);
        }
        Stream.of(
                        "/form/photo",
                        "/form/background",
                        "/form/certificates",
                        "/form/history",
                        "/form/condition",
                        "/form/materials",
                        "/check",
                        "/sheet",
                        "/taking-back",
                        "/withdrawal")
                .forEach(page -> {
                    place(mine + "{id}" + page, mine + application + page);
                    place(counter + "{id}" + page, counter + there + page);
                });
    }

    private void law(Matters matters) {
        var drafts = "/authority/law/drafts/";
        var draft = matters.lawDraft();
        place("/authority/law/versions/{number}", "/authority/law/versions/1");
        place("/authority/law/versions/{number}/return", "/authority/law/versions/1/return");
        place(drafts + "{id}", drafts + draft);
        Stream.of("/propose", "/confirm", "/refuse", "/withdraw")
                .forEach(ask -> place(drafts + "{id}" + ask, drafts + draft + ask));
        place("/authority/law/replays/{id}", "/authority/law/replays/" + matters.lawReplay(draft));
    }

    private void platform(Matters matters) {
        place("/password/{token}", matters.link());
        place("/first-administrator/{token}", "/first-administrator/" + "A".repeat(43));
        place("/admin/accounts/{id}", "/admin/accounts/" + matters.account("demo-city-clerk"));
        place("/admin/territory/{code}", "/admin/territory/330102", "/admin/territory/330106");
        place("/admin/territory/decrees/{id}", "/admin/territory/decrees/" + matters.decree());
        var adjust = "/admin/territory/330106/adjust/";
        place(
                "/admin/territory/{code}/adjust/{kind}",
                Stream.of("rename", "merge", "split", "move", "cede", "authorise", "found")
                        .map(adjust::concat)
                        .toArray(String[]::new));
        place(
                "/admin/territory/{code}/adjust/{kind}/check",
                adjust + "rename/check?name=测试区&on=2091-01-01&basis=批复（测试）");
        place("/occupations/{name}", "/occupations/焊工", "/occupations/车工?on=2020-09-29&place=22");
        place(
                "/eligibility",
                "/eligibility",
                "/eligibility?occupation=焊工&place=33&level=5&on=2024-06-01",
                "/eligibility?occupation=焊工&place=33&level=5&on=2024-06-01&bornOn=1990-05-01");
        matters.run("audit.seal");
        place("/audit/acts/{id}", "/audit/acts/" + matters.act());
        place("/law/{document}", "/law/ZJ2021", "/law/JL2017-11");
        place(
                "/law/{document}/{clause}",
                "/law/ZJ2021/二(二)",
                "/law/ZJ2023-20/引言",
                "/law/JL2017-11/七(三)");
        place("/ask/{topic}", "/ask/resit", "/ask/eligibility");
        place("/account/notices/{id}", "/account/notices/" + matters.notice());
        place("/admin/notices/again", "/admin/notices/again?channel=EMAIL");
    }

    private void persons(Matters matters) {
        var persons = "/authority/persons/";
        var kept = matters.person("演示顾砚秋");
        var twin = matters.twin("演示顾砚秋");
        place(persons + "{id}", persons + kept);
        place(
                persons + "{id}/edit/{what}",
                Stream.of(
                                "rename",
                                "correct-name",
                                "add-document",
                                "correct-document",
                                "phone",
                                "email")
                        .map(what -> persons + kept + "/edit/" + what)
                        .toArray(String[]::new));
        place(persons + "{id}/erase", persons + kept + "/erase");
        place(persons + "merges/{id}", persons + "merges/" + matters.merge(kept, twin));
        matters.person("演示许知意");
        matters.twin("演示许知意");
        place(persons + "duplicates/{id}", persons + "duplicates/" + matters.duplicate());
    }

    private void draws(Matters matters) {
        var drawn = matters.drawn();
        var valueFixed = matters.valueFixed(Secret.random(), Secret.random());
        var announced = matters.announced();
        place("/draws/{id}", "/draws/" + announced, "/draws/" + valueFixed, "/draws/" + drawn);
        for (var door : List.of("/authority", "/body", "/audit")) {
            var one = door + "/draws/";
            place(one + "{id}", one + announced, one + valueFixed, one + drawn);
            place(one + "{id}/commitments/{party}", one + announced + "/commitments/A");
            place(one + "{id}/reveals/{party}", one + valueFixed + "/reveals/A");
            place(one + "{id}/public-value", one + announced + "/public-value");
            place(one + "{id}/replacements", one + drawn + "/replacements");
            place(one + "{id}/cancellation", one + announced + "/cancellation");
        }
    }

    private void tasks(Matters matters) {
        PREFERRED.stream()
                .filter(role -> role != Role.CITY_REVIEWER && role != Role.INVIGILATOR)
                .filter(role -> role != Role.COUNTY_CLERK)
                .filter(role -> role.office() != Office.PROVINCE && role != Role.CITY_FINANCE)
                .forEach(role -> {
                    var tasks = role.door().path() + "/tasks/";
                    var task = matters.task(role, "核对报送的考务安排");
                    place(tasks + "{id}", tasks + task);
                    place(tasks + "{id}/hand", tasks + task + "/hand");
                });
    }

    private void place(String pattern, String... addresses) {
        places.put(pattern, List.of(addresses));
    }

    @TestFactory
    Stream<DynamicTest> forSomebodyItIsFor() {
        somethingOfEverything();
        return ROUTES.stream()
                .filter(route -> !NO_PAGES.contains(pattern(route)))
                .flatMap(route ->
                        addresses(route).stream()
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

    private List<String> addresses(Route route) {
        return places.getOrDefault(pattern(route), List.of(pattern(route)));
    }

    private void open(Route route, String address) {
        var visitor = visitor(route).at(Screen.DESK);
        visitor.visit(address, SAYING_NO.getOrDefault(pattern(route), 200));
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
