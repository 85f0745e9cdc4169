package cn.jiping.browser;

import cn.jiping.account.DemoAccounts;
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
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SubjectForm;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Matters of a season in the demo's Hangzhou: its sessions, its sites, and the day itself. */
final class SeasonMatters {
    private static final LocalDate BORN = LocalDate.of(1979, 6, 18);

    private final Matters matters;
    private final ApplicantMatters applicants;
    private final PaymentMatters payments;
    private final ResultMatters results;

    SeasonMatters(Matters matters) {
        this.matters = matters;
        this.payments = new PaymentMatters(matters);
        this.applicants = new ApplicantMatters(matters, payments);
        this.results = new ResultMatters(matters, this);
    }

    /** Those who register. */
    ApplicantMatters applicants() {
        return applicants;
    }

    /** What is paid and handed on. */
    PaymentMatters payments() {
        return payments;
    }

    /** Marks and what they lead to. */
    ResultMatters results() {
        return results;
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

    Actor clerk() {
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

    static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "演示沈清和",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "127.0.0.1");
    }

    Actor ofProvince(String userName, Role role) {
        return new Actor(
                matters.account(userName),
                null,
                userName,
                role,
                "浙江省",
                Scope.ofDivisions(Set.of(new DivisionCode("330000"), Matters.HANGZHOU)),
                "127.0.0.1");
    }
}
