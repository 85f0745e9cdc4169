package cn.jiping.browser;

import cn.jiping.account.DemoAccounts;
import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.Draws;
import cn.jiping.draw.Secret;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Autumn;
import cn.jiping.exam.Entry;
import cn.jiping.exam.SittingPlace;
import cn.jiping.exam.SmallGroups;
import cn.jiping.institution.SiteId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Office;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.task.TaskId;
import cn.jiping.task.TaskPlace;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 一季的各处: something of everything in the demo's Hangzhou, and where each page with an id in its
 * address shows it; and the marks by which it is known wherever it appears.
 */
final class Places {
    /** One role of each door that holds no office of the province or the county. */
    private static final List<Role> DOORS =
            List.of(
                    Role.CITY_CLERK,
                    Role.BODY_HEAD,
                    Role.CANDIDATE,
                    Role.ASSESSOR,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR);

    /** Pages that say no in the demo; their other side is shown where it happens. */
    private static final Map<String, Integer> SAYING_NO =
            Stream.concat(
                            Stream.of(
                                    Map.entry("/error", 404),
                                    Map.entry("/first-administrator/{token}", 410),
                                    Map.entry("/my/tickets/{session}/{id}", 422),
                                    Map.entry("/my/tickets/{session}/{id}/pdf", 422),
                                    Map.entry("/authority/counter/{id}/sheet/pdf", 404),
                                    Map.entry("/authority/counter/{id}/ticket", 404),
                                    Map.entry("/authority/counter/{id}/ticket/pdf", 404)),
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

    private final Map<String, List<String>> addresses = new HashMap<>();
    private final Set<String> names =
            new HashSet<>(Set.of("演示何知秋", "演示沈望舒", "演示陆青禾", "演示吴若川", "演示郑听雨", "演示王砚"));
    private final Set<String> marks = new HashSet<>();
    private final PersonId payer;

    /**
     * @param payer who applies, pays, is examined and holds certificates
     */
    Places(Matters matters, PersonId payer) {
        this.payer = payer;
        var season = new SeasonMatters(matters);
        session(matters, season);
        platform(matters);
        persons(matters);
        draws(matters);
        tasks(matters);
        law(matters);
        payments(season);
        certificates(season);
    }

    /** Where a page of this pattern stands; its own address if it names nothing. */
    List<String> of(String pattern) {
        return addresses.getOrDefault(pattern, List.of(pattern));
    }

    /** What a page answers to somebody it is for. */
    static int answer(String pattern) {
        return SAYING_NO.getOrDefault(pattern, 200);
    }

    /** 姓名: people of the city. */
    Set<String> names() {
        return names;
    }

    /** Ids and numbers of the city's things. */
    Set<String> marks() {
        return marks;
    }

    private void certificates(SeasonMatters season) {
        var issued = season.results().certificate(payer);
        var contested = season.results().contested(payer).id();
        var mine = "/my/certificates/";
        var all = "/authority/certificates/";
        place("/verify/{token}", "/verify/" + issued.issue().token());
        var api = "/api/v1/certificates/";
        place(api + "{number}/verification", api + issued.issue().number() + "/verification");
        place(api + "statements/{token}", api + "statements/" + issued.issue().token());
        place(mine + "{id}", mine + issued.id());
        place(mine + "{id}/pdf", mine + issued.id() + "/pdf");
        place(all + "{id}/pdf", all + issued.id() + "/pdf");
        var session = all + "sessions/" + CertificateFixtures.SESSION.id();
        place(all + "sessions/{session}/print", session + "/print");
        place(all + "sessions/{session}/receipts", session + "/receipts");
        names.add(issued.holder().name());
        mark(issued.id(), contested, issued.issue().number(), issued.issue().token());
        mark(issued.holder().maskedNumber());
        place(all + "{id}", all + issued.id(), all + contested);
        Stream.of("/place", "/hand-out", "/revocation", "/replacement")
                .forEach(step -> place(all + "{id}" + step, all + issued.id() + step));
        Stream.of("/revocation/confirm", "/revocation/reject")
                .forEach(step -> place(all + "{id}" + step, all + contested + step));
    }

    private void payments(SeasonMatters season) {
        var open = season.payments().order(payer);
        var paid = season.payments().paid(season.payments().order(payer));
        place("/my/payments/{id}", "/my/payments/" + open, "/my/payments/" + paid);
        place("/my/payments/{id}/voucher", "/my/payments/" + paid + "/voucher");
        place("/gateway/{id}", season.payments().gateway(payer, open));
        mark(open, paid);
        var orders = "/authority/payments/";
        place(orders + "{id}", orders + open, orders + paid);
        place(orders + "{id}/refund", orders + paid + "/refund");
        var settlement = orders + "settlements/" + season.payments().settlement() + "/330100";
        mark(settlement);
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
        mark(session + "/" + Matters.HANGZHOU);
        applications(season, session);
        exams(matters, session, site(season));
        smallGroups(matters, session);
        matters.untilToday();
    }

    private SiteId site(SeasonMatters season) {
        var sites = "/authority/sites/";
        var id = season.site();
        place(sites + "{id}", sites + id);
        mark(id, "杭州第一技师学院");
        place(sites + "{id}/entry", sites + id + "/entry");
        place(sites + "{id}/closing", sites + id + "/closing");
        return id;
    }

    private void seat(Matters matters, Entry examinee) {
        names.add(examinee.name());
        mark(examinee.id(), examinee.person());
        matters.the(Arrangements.class)
                .seats(Matters.PROGRAM, examinee.session(), Matters.HANGZHOU)
                .forEach(seat -> mark(seat.ticket(), seat.examinee(), seat.room()));
    }

    private void exams(Matters matters, SessionId session, SiteId site) {
        var season = new SeasonMatters(matters);
        season.nineOthers(session);
        var examinee = season.seated(payer, session, site);
        var exams = "/authority/exams/";
        place(exams + "{id}", exams + session);
        var here = exams + session + "/" + Matters.HANGZHOU;
        place(exams + "{id}/{city}", here);
        place(exams + "{id}/{city}/export", here + "/export");
        place(
                exams + "{id}/{city}/papers/{kind}",
                here + "/papers/door",
                here + "/papers/labels",
                here + "/papers/signing");
        seat(matters, examinee);
        practicals(season, session, site);
        examDay(matters, season.signedIn(examinee), examinee);
        var scores = "/authority/scores/";
        place(scores + "{id}", scores + session);
        place(scores + "{id}/{city}", scores + session + "/" + Matters.HANGZHOU);
        Stream.of("/release", "/template", "/export")
                .forEach(part ->
                        place(
                                scores + "{id}/{city}" + part,
                                scores + session + "/" + Matters.HANGZHOU + part));
        var ticket = "/my/tickets/" + session + "/" + examinee.id();
        place("/my/tickets/{session}/{id}", ticket);
        place("/my/tickets/{session}/{id}/pdf", ticket + "/pdf");
    }

    /** One that was entered. */
    private void practicals(SeasonMatters season, SessionId session, SiteId site) {
        var all = "/authority/exams/{session}/practicals";
        var here = "/authority/exams/" + session + "/practicals";
        place(all, here);
        place(all + "/export", here + "/export");
        var key = season.practical(session, site);
        var entered = here + "/" + key.city() + "/" + key.offering() + "/" + key.sitting().code();
        mark(entered);
        place(all + "/{city}/{offering}/{sitting}", entered);
    }

    private void smallGroups(Matters matters, SessionId session) {
        matters.the(Autumn.class).registered(session, Matters.HANGZHOU, "保安员");
        var group = matters.the(SmallGroups.class).list(Matters.PROGRAM, session).getFirst();
        var groups = "/authority/exams/" + session + "/groups";
        matters.the(BusinessClock.class).runDueWork();
        var reports = "/authority/exams/" + session + "/reports";
        var report = reports + "/" + Matters.HANGZHOU;
        place("/authority/exams/{session}/reports", reports);
        place("/authority/exams/{session}/reports/export", reports + "/export");
        place("/authority/exams/{session}/reports/{city}", report);
        place("/authority/exams/{session}/reports/{city}/export", report + "/export");
        mark(report, group.id());
        place("/authority/exams/{session}/groups", groups);
        place("/authority/exams/{session}/groups/export", groups + "/export");
        place("/authority/exams/{session}/groups/{group}", groups + "/" + group.id());
    }

    private void examDay(Matters matters, SittingPlace place, Entry examinee) {
        new SeasonMatters(matters).happened(place, "杭州考场的投影仪不亮");
        var all = "/authority/exams/";
        var here = all + place.session() + "/" + place.city();
        for (var list : List.of("incidents", "dues")) {
            place(all + "{id}/" + list, all + place.session() + "/" + list);
            place(all + "{id}/" + list + "/export", all + place.session() + "/" + list + "/export");
        }
        place(all + "{id}/{city}/packets", here + "/packets");
        place(all + "{id}/{city}/packets/export", here + "/packets/export");
        for (var door : List.of("/authority", "/hall")) {
            var days = door + "/exams/{id}/{city}/day";
            var day = door + "/exams/" + place.session() + "/" + place.city() + "/day";
            var sitting = day + "/" + place.room() + "/" + place.sitting().code();
            place(days, day);
            place(days + "/export", day + "/export");
            place(days + "/{room}/{sitting}", sitting);
            var happened = door + "/exams/" + place.session() + "/" + place.city() + "/incidents";
            place(door + "/exams/{id}/{city}/incidents", happened);
            Stream.of("/new", "/export", "/record")
                    .forEach(part ->
                            place(door + "/exams/{id}/{city}/incidents" + part, happened + part));
            place(days + "/{room}/{sitting}/closing", sitting + "/closing");
            place(
                    days + "/{room}/{sitting}/{examinee}/correction",
                    sitting + "/" + examinee.id() + "/correction");
        }
    }

    private void applications(SeasonMatters season, SessionId session) {
        var mine = "/my/applications/";
        var application = season.applicants().application(session, payer);
        var counter = "/authority/counter/";
        var there = season.applicants().atCounter(session);
        place(mine + "new", mine + "new?session=" + session);
        place(mine + "{id}", mine + application);
        place(counter + "{id}", counter + there);
        mark(application, there);
        names.addAll(
                Set.of(
                        season.applicants().view(application).about().name(),
                        season.applicants().view(there).about().name()));
        season.applicants().view(application).form().materials().values().forEach(this::mark);
        place(
                "/files/{id}",
                season.applicants().view(application).form().materials().values().stream()
                        .map(file -> "/files/" + file)
                        .toArray(String[]::new));
        place(counter + "{id}/ticket", counter + there + "/ticket");
        place(counter + "{id}/ticket/pdf", counter + there + "/ticket/pdf");
        place(counter + "{id}/scores", counter + there + "/scores");
        for (var door : List.of("/body", "/authority")) {
            place(door + "/reviews/{id}", door + "/reviews/" + application);
            place(door + "/reviews/{id}/sheet", door + "/reviews/" + application + "/sheet");
            place(door + "/reviews/{id}/next", door + "/reviews/" + application + "/next");
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
                        "/sheet/pdf",
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
        var notice = matters.notice();
        mark(notice);
        place("/account/notices/{id}", "/account/notices/" + notice);
        place("/api/v1/divisions/{code}", "/api/v1/divisions/330106");
        place("/api/v1/decisions/{topic}", "/api/v1/decisions/resit");
        place("/admin/notices/again", "/admin/notices/again?channel=EMAIL");
    }

    private void persons(Matters matters) {
        var persons = "/authority/persons/";
        var kept = matters.person("演示顾砚秋");
        var twin = matters.twin("演示顾砚秋");
        names.add("演示顾砚秋");
        names.add("演示许知意");
        mark(kept, twin);
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
        var merge = matters.merge(kept, twin);
        place(persons + "merges/{id}", persons + "merges/" + merge);
        mark(matters.person("演示许知意"), matters.twin("演示许知意"));
        var duplicate = matters.duplicate();
        place(persons + "duplicates/{id}", persons + "duplicates/" + duplicate);
        mark(merge, duplicate);
    }

    private void draws(Matters matters) {
        var drawn = matters.drawn();
        var valueFixed = matters.valueFixed(Secret.random(), Secret.random());
        var announced = matters.announced();
        place("/draws/{id}", "/draws/" + announced, "/draws/" + valueFixed, "/draws/" + drawn);
        place("/draws/{id}/record.json", "/draws/" + drawn + "/record.json");
        mark(announced, valueFixed, drawn);
        Stream.of(announced, valueFixed, drawn)
                .forEach(draw -> mark(matters.the(Draws.class).published(draw).number()));
        for (var door : List.of("/authority", "/body", "/audit")) {
            var one = door + "/draws/";
            place(one + "{id}", one + announced, one + valueFixed, one + drawn);
            place(one + "{id}/pool", one + announced + "/pool");
            place(one + "{id}/commitments/{party}", one + announced + "/commitments/A");
            place(one + "{id}/reveals/{party}", one + valueFixed + "/reveals/A");
            place(one + "{id}/public-value", one + announced + "/public-value");
            place(one + "{id}/replacements", one + drawn + "/replacements");
            place(one + "{id}/cancellation", one + announced + "/cancellation");
        }
    }

    private void tasks(Matters matters) {
        for (var role : DOORS) {
            var tasks = role.door().path() + "/tasks/";
            var task = task(matters, role);
            place(tasks + "{id}", tasks + task);
            place(tasks + "{id}/hand", tasks + task + "/hand");
            if (role.office() == Office.CITY || role.office() == Office.BODY) {
                mark(task);
            }
        }
    }

    private static TaskId task(Matters matters, Role role) {
        return switch (role.office()) {
            case CITY -> matters.task(role, "核对杭州报送的考务安排");
            case BODY ->
                    matters.task(
                            Set.of(role, Role.BODY_EXAM_AFFAIRS),
                            new TaskPlace.Body(DemoAccounts.BODY, DemoAccounts.BODY_NAME),
                            "核对杭州报送的考务安排");
            default -> matters.task(role, "核对报送的考务安排");
        };
    }

    private void place(String pattern, String... those) {
        addresses.put(pattern, List.of(those));
    }

    private void mark(Object... those) {
        Stream.of(those).map(String::valueOf).forEach(marks::add);
    }
}
