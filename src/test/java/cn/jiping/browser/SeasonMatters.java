package cn.jiping.browser;

import cn.jiping.account.DemoAccounts;
import cn.jiping.certificate.CertificateFixtures;
import cn.jiping.certificate.CertificateRevocations;
import cn.jiping.certificate.CertificateView;
import cn.jiping.certificate.Certificates;
import cn.jiping.certificate.RevocationTerms;
import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Arrangements;
import cn.jiping.exam.Entry;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.IncidentDraft;
import cn.jiping.exam.Incidents;
import cn.jiping.exam.PracticalArrangements;
import cn.jiping.exam.PracticalDraft;
import cn.jiping.exam.PracticalKey;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.SittingPlace;
import cn.jiping.exam.Subject;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.payment.FeeItem;
import cn.jiping.payment.FeeLine;
import cn.jiping.payment.LocalCallBacks;
import cn.jiping.payment.LocalGateway;
import cn.jiping.payment.Money;
import cn.jiping.payment.OrderDraft;
import cn.jiping.payment.OrderId;
import cn.jiping.payment.Payments;
import cn.jiping.payment.Settlements;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SubjectForm;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.CounterApplications;
import cn.jiping.registration.CounterDraft;
import cn.jiping.registration.Material;
import cn.jiping.registration.RegistrationFixtures;
import cn.jiping.registration.Review;
import cn.jiping.registration.ReviewDraft;
import cn.jiping.registration.Reviews;
import cn.jiping.score.Scores;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import cn.jiping.web.Excel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Matters of a season: its session, sites and payments, in the demo's Hangzhou. */
final class SeasonMatters {
    private static final UUID SESSION = Ids.next();
    private static final LocalDate BORN = LocalDate.of(1979, 6, 18);
    private static final DivisionCode XIHU = new DivisionCode("330106");

    private final Matters matters;

    SeasonMatters(Matters matters) {
        this.matters = matters;
    }

    /** 考生 of Hangzhou in the session, seated at the site once payment is over. */
    Entry seated(PersonId person, SessionId session, SiteId site) {
        var entry = entered(person, session);
        becomes(LocalDate.of(2021, 8, 9));
        arranged(session, site);
        return entry;
    }

    /** Everybody of Hangzhou. */
    void arranged(SessionId session, SiteId site) {
        var arrangements = matters.the(Arrangements.class);
        var seen = arrangements.find(clerk(), session, Matters.HANGZHOU).version();
        arrangements.arrange(clerk(), session, Matters.HANGZHOU, site, seen);
    }

    /** Enough for the first not to be examined alone. */
    void nineOthers(SessionId session) {
        for (var n = 0; n < 9; n++) {
            var draft = PersonFixtures.draft("演示沈清和", PersonFixtures.residentId(BORN));
            entered(matters.the(Persons.class).register(Matters.PROGRAM, draft), session);
        }
    }

    /** The same without a seat. */
    Entry entered(PersonId person, SessionId session) {
        var entry =
                new Entry(
                        session,
                        Ids.next(),
                        person,
                        "演示沈清和",
                        new Entry.City(Matters.HANGZHOU, "杭州市"),
                        "焊工",
                        SkillLevel.SENIOR_TECHNICIAN,
                        Set.of(Subject.values()));
        matters.the(Arrangements.class).enter(Matters.PROGRAM, entry);
        return entry;
    }

    void becomes(LocalDate day) {
        matters.the(BusinessClock.class).moveTo(BusinessClock.startOf(day));
    }

    /** 实操考核安排 of everybody of Hangzhou, on the day after theory. */
    PracticalKey practical(SessionId session, SiteId site) {
        var practicals = matters.the(PracticalArrangements.class);
        var group = practicals.list(clerk(), session).getFirst();
        practicals.enter(
                clerk(),
                group.key(),
                new PracticalDraft(
                        site, LocalDate.of(2021, 10, 24), LocalTime.of(8, 30), "请带业绩材料原件"),
                "",
                group.version());
        return group.key();
    }

    /** 签到: on the day of the examination, for what is done by hand. */
    SittingPlace signedIn(Entry entry) {
        becomes(LocalDate.of(2021, 10, 23));
        var seat =
                matters
                        .the(Arrangements.class)
                        .seats(clerk(), entry.session(), Matters.HANGZHOU)
                        .stream()
                        .filter(one -> one.examinee().equals(entry.id()))
                        .findAny()
                        .orElseThrow();
        var place =
                new SittingPlace(
                        entry.session(), Matters.HANGZHOU, seat.room(), Sitting.REVIEW_PRACTICAL);
        matters.the(ExamDays.class).signIn(clerk(), place, seat.ticket());
        return place;
    }

    /** 考场情况: something that happened in the room. */
    void happened(SittingPlace place, String what) {
        matters.the(Incidents.class)
                .record(
                        clerk(),
                        place.session(),
                        place.city(),
                        new IncidentDraft(
                                place.room(),
                                place.sitting(),
                                "设备故障",
                                matters.the(BusinessClock.class).now(),
                                what,
                                "",
                                List.of(),
                                null,
                                Ids.next().toString()));
    }

    void becomes(LocalDateTime at) {
        matters.the(BusinessClock.class).moveTo(at.atZone(BusinessClock.ZONE).toInstant());
    }

    private Actor clerk() {
        return new Actor(
                matters.account("demo-city-clerk"),
                null,
                "方如许",
                Role.CITY_CLERK,
                "杭州市",
                Scope.ofDivisions(Set.of(Matters.HANGZHOU)),
                "127.0.0.1");
    }

    /** 考点 of Hangzhou with one room. */
    SiteId site() {
        var clerk = clerk();
        var sites = matters.the(Sites.class);
        var site =
                sites.open(
                        clerk,
                        new SiteDraft(
                                Matters.HANGZHOU,
                                "杭州第一技师学院",
                                "杭州市萧山区学知路 1 号",
                                Set.of(SiteUse.THEORY),
                                List.of()),
                        "every-page");
        sites.addRoom(clerk, site, "第1考场", 30, 5, 0);
        return site;
    }

    /** The unified session of October 2021, announced; the clock must stand before its summer. */
    SessionId session() {
        var sessions = matters.the(ExamSessions.class);
        var clerk = ofProvince("demo-province-clerk", Role.PROVINCE_CLERK);
        var draft =
                new SessionDraft(
                        new Jurisdiction("33"),
                        new SessionCode("2021-10"),
                        "浙江省2021年10月职业资格全省统一鉴定",
                        List.of(
                                new SessionDraft.Offer(
                                        "焊工",
                                        SkillLevel.SENIOR_TECHNICIAN,
                                        SubjectForm.WRITTEN,
                                        SubjectForm.PRACTICAL)),
                        "every-page");
        var session = sessions.draft(clerk, draft);
        sessions.announce(ofProvince("demo-province-approver", Role.PROVINCE_APPROVER), session, 0);
        return session;
    }

    /** The same, taken up by Hangzhou, on a day of its registration. */
    SessionId registering(LocalDateTime at) {
        var session = session();
        matters.the(ExamSessions.class)
                .accept(clerk(), session, Matters.HANGZHOU, DemoAccounts.BODY, "0571-00000000", 0);
        matters.the(BusinessClock.class).moveTo(at.atZone(BusinessClock.ZONE).toInstant());
        return session;
    }

    /**
     * The session of May 2022 that the law book must have, taken up by Hangzhou, on a day of its
     * registration.
     */
    SessionId nextSpring() {
        var sessions = matters.the(ExamSessions.class);
        var draft =
                new SessionDraft(
                        new Jurisdiction("33"),
                        new SessionCode("2022-05"),
                        "浙江省2022年5月职业资格全省统一鉴定",
                        List.of(
                                new SessionDraft.Offer(
                                        "焊工",
                                        SkillLevel.SENIOR_TECHNICIAN,
                                        SubjectForm.WRITTEN,
                                        SubjectForm.PRACTICAL)),
                        "next-spring");
        var session = sessions.draft(ofProvince("demo-province-clerk", Role.PROVINCE_CLERK), draft);
        sessions.announce(ofProvince("demo-province-approver", Role.PROVINCE_APPROVER), session, 0);
        sessions.accept(clerk(), session, Matters.HANGZHOU, DemoAccounts.BODY, "0571-00000000", 0);
        becomes(LocalDate.of(2022, 2, 20));
        return session;
    }

    /** 成绩 of the only examinee of Hangzhou, published on a day. */
    void published(SessionId session, LocalDate on, Object... marks) {
        marked(session, on, marks);
        var scores = matters.the(Scores.class);
        var approver = ofProvince("demo-province-approver", Role.PROVINCE_APPROVER);
        var seen = scores.find(approver, session, Matters.HANGZHOU).version();
        scores.release(approver, session, Matters.HANGZHOU, seen);
    }

    /** The same, read in but not published. */
    void marked(SessionId session, LocalDate on, Object... marks) {
        becomes(on);
        var scores = matters.the(Scores.class);
        var seat =
                matters.the(Arrangements.class)
                        .seats(clerk(), session, Matters.HANGZHOU)
                        .getFirst();
        var row = new ArrayList<Object>(List.of(seat.ticket(), seat.name()));
        row.addAll(List.of(marks));
        var out = new ByteArrayOutputStream();
        try {
            Excel.write(out, "成绩", scores.headers(), List.<List<?>>of(row).iterator());
            var reader = ofProvince("demo-province-clerk", Role.PROVINCE_CLERK);
            scores.readIn(reader, session, Matters.HANGZHOU, "成绩.xlsx", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 报名: handed in by the person. */
    ApplicationId application(SessionId session, PersonId person) {
        var id = filledIn(session, person);
        matters.the(Applications.class).submit(candidate(person), id, version(id));
        return id;
    }

    /** 填写中: complete, but not handed in. */
    ApplicationId filledIn(SessionId session, PersonId person) {
        var candidate = candidate(person);
        var applications = matters.the(Applications.class);
        var offering =
                matters.the(ExamSessions.class)
                        .find(candidate, session)
                        .offerings()
                        .getFirst()
                        .id();
        var id =
                applications.begin(
                        candidate, session, Matters.HANGZHOU, offering, Ids.next().toString());
        fillIn(candidate, id);
        return id;
    }

    private void fillIn(Actor actor, ApplicationId id) {
        var applications = matters.the(Applications.class);
        applications.write(actor, id, 0, RegistrationFixtures.welder());
        try {
            var version = 1;
            for (var proof : List.of(Material.PHOTO, Material.CERTIFICATE, Material.YEARS_PROOF)) {
                applications.attach(actor, id, version, proof, RegistrationFixtures.photo());
                version++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 代报: begun at the counter of 西湖区. */
    ApplicationId atCounter(SessionId session) {
        var clerk = countyClerk();
        var offering =
                matters.the(ExamSessions.class).find(clerk, session).offerings().getFirst().id();
        try {
            return matters.the(CounterApplications.class)
                    .begin(
                            clerk,
                            new CounterDraft(
                                    session,
                                    offering,
                                    XIHU,
                                    new CounterDraft.Candidate(
                                            "演示钱长根",
                                            PersonFixtures.residentId(LocalDate.of(1958, 4, 9)),
                                            null,
                                            null),
                                    "at-the-counter"),
                            RegistrationFixtures.proof());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Actor countyClerk() {
        return new Actor(
                matters.account("demo-county-clerk"),
                null,
                "何清如",
                Role.COUNTY_CLERK,
                "西湖区",
                Scope.ofDivisions(Set.of(XIHU)),
                "127.0.0.1");
    }

    /** The same, filled in there and admitted by both reviews. */
    ApplicationId admittedAtCounter(SessionId session) {
        var id = atCounter(session);
        fillIn(countyClerk(), id);
        matters.the(Applications.class).submit(countyClerk(), id, version(id));
        var reviews = matters.the(Reviews.class);
        var passed = new ReviewDraft(Review.Outcome.PASSED, List.of(), "");
        var body = Scope.ofBody(DemoAccounts.BODY);
        var city = Scope.ofDivisions(Set.of(Matters.HANGZHOU));
        reviews.decide(reviewer(Role.BODY_ELIGIBILITY_REVIEWER, body), id, version(id), passed);
        reviews.decide(reviewer(Role.CITY_REVIEWER, city), id, version(id), passed);
        return id;
    }

    /** 报名成功: handed in, reviewed twice and paid. */
    ApplicationId confirmed(SessionId session, PersonId person) {
        var id = admitted(session, person);
        paid(Objects.requireNonNull(view(id).order()));
        return id;
    }

    /** 待缴费: handed in and reviewed twice. */
    ApplicationId admitted(SessionId session, PersonId person) {
        var id = sentToCity(session, person);
        passedBy(Role.CITY_REVIEWER, Scope.ofDivisions(Set.of(Matters.HANGZHOU)), id);
        return id;
    }

    /** 待复审: handed in and passed by the body. */
    ApplicationId sentToCity(SessionId session, PersonId person) {
        var id = application(session, person);
        passedBy(Role.BODY_ELIGIBILITY_REVIEWER, Scope.ofBody(DemoAccounts.BODY), id);
        return id;
    }

    ApplicationView view(ApplicationId id) {
        return matters.the(Applications.class).find(Matters.PROGRAM, id);
    }

    private void passedBy(Role role, Scope scope, ApplicationId id) {
        var reviewer =
                new Actor(AccountId.next(), PersonId.next(), "方如许", role, "", scope, "127.0.0.1");
        matters.the(Reviews.class)
                .decide(
                        reviewer,
                        id,
                        view(id).version(),
                        new ReviewDraft(Review.Outcome.PASSED, List.of(), ""));
    }

    private int version(ApplicationId id) {
        return matters.the(Applications.class).find(Matters.PROGRAM, id).version();
    }

    private static Actor reviewer(Role role, Scope scope) {
        return new Actor(
                AccountId.next(), PersonId.next(), "演示" + role, role, "", scope, "127.0.0.1");
    }

    private static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "演示沈清和",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "127.0.0.1");
    }

    private Actor ofProvince(String userName, Role role) {
        return new Actor(
                matters.account(userName),
                null,
                userName,
                role,
                "浙江省",
                Scope.ofDivisions(Set.of(new DivisionCode("330000"), Matters.HANGZHOU)),
                "127.0.0.1");
    }

    /** 缴费订单: open, until in a week. */
    OrderId order(PersonId payer) {
        var registration = Ids.next().toString();
        return matters.the(Payments.class)
                .open(
                        Matters.PROGRAM,
                        new OrderDraft(
                                new OrderDraft.About("registration", registration),
                                new OrderDraft.Session(SESSION, "2021年下半年职业技能统一鉴定"),
                                new OrderDraft.Payer(payer, "演示沈清和"),
                                new OrderDraft.Payee(Matters.HANGZHOU, "杭州市"),
                                List.of(
                                        new FeeLine(
                                                FeeItem.THEORY,
                                                Money.ofYuan(35),
                                                new Source.Practice("定额"))),
                                new OrderDraft.Term(
                                        matters.the(BusinessClock.class).today().plusDays(7),
                                        new Source.Clause("ZJ2021", "一(二)")),
                                registration));
    }

    /** Where the payer pays. */
    String gateway(PersonId payer, OrderId order) {
        return matters.the(Payments.class).pay(candidate(payer), order);
    }

    OrderId paid(OrderId order) {
        var view = matters.the(Payments.class).find(Matters.PROGRAM, order);
        var there = gateway(view.terms().payer().person(), order);
        matters.the(LocalGateway.class)
                .decide(
                        UUID.fromString(there.substring(there.lastIndexOf('/') + 1)),
                        LocalGateway.Decision.PAY,
                        LocalGateway.Sending.ONCE);
        matters.the(LocalCallBacks.class).send();
        return order;
    }

    /** 上缴结算 of Hangzhou; the session it belongs to. */
    UUID settlement() {
        matters.the(Settlements.class)
                .settle(
                        Matters.PROGRAM,
                        new Settlements.SettlementDraft(
                                new OrderDraft.Session(SESSION, "2021年下半年职业技能统一鉴定"),
                                new OrderDraft.Payee(Matters.HANGZHOU, "杭州市"),
                                new Jurisdiction("33"),
                                LocalDate.of(2021, 10, 23),
                                217));
        return SESSION;
    }

    /** 证书: issued to the person. */
    CertificateView certificate(PersonId holder) {
        var passed = matters.the(CertificateFixtures.Results.class).passed(holder);
        var certificates = matters.the(Certificates.class);
        return certificates.find(
                Matters.PROGRAM,
                certificates.issue(Matters.PROGRAM, passed.session().id(), passed.id()));
    }

    /** 撤销: proposed, waiting for the second person. */
    CertificateView contested(PersonId holder) {
        var certificate = certificate(holder);
        matters.the(CertificateRevocations.class)
                .propose(
                        Matters.PROGRAM,
                        certificate.id(),
                        RevocationTerms.Ground.CHEATING,
                        "理论考试由他人代考",
                        certificate.version());
        return certificate;
    }
}
