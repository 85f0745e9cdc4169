package cn.jiping.exam;

import static cn.jiping.plan.PlanFixtures.CLERK;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.NINGBO;
import static cn.jiping.plan.PlanFixtures.PROVINCE;
import static cn.jiping.plan.PlanFixtures.draft;
import static cn.jiping.plan.PlanFixtures.offer;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.SetBack;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.PlanFixtures;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 2021年秋: the session of October 2021 with whoever registered in Hangzhou, Ningbo and Wenzhou. */
@TestComponent
public class Autumn {
    static final LocalDate PAID = LocalDate.of(2021, 8, 6);
    static final DivisionCode WENZHOU = new DivisionCode("330300");
    static final Actor PROVINCE_APPROVER =
            new Actor(
                    AccountId.next(),
                    PersonId.next(),
                    "许远山",
                    Role.PROVINCE_APPROVER,
                    "浙江省",
                    Scope.ofDivisions(Set.of(PROVINCE, HANGZHOU, NINGBO, WENZHOU)),
                    "test");
    private static final Actor PROGRAM = Actor.program("test");
    private static final Map<DivisionCode, String> NAMES =
            Map.of(HANGZHOU, "杭州市", NINGBO, "宁波市", WENZHOU, "温州市");

    private final ExamSessions sessions;
    private final Arrangements arrangements;
    private final GroupWatch watch;
    private final Sites sites;
    private final BusinessClock clock;
    private final JdbcClient jdbc;

    Autumn(
            ExamSessions sessions,
            Arrangements arrangements,
            GroupWatch watch,
            Sites sites,
            BusinessClock clock,
            JdbcClient jdbc) {
        this.sessions = sessions;
        this.arrangements = arrangements;
        this.watch = watch;
        this.sites = sites;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Begins again in July, with an announced session. */
    SessionId announced() {
        return announced(offer("保安员"), offer("焊工"));
    }

    SessionId announced(SessionDraft.Offer... offers) {
        Stream.of(
                        "plan.city_part",
                        "plan.offering",
                        "plan.session",
                        "institution.site",
                        "exam.final_numbers",
                        "exam.city_due",
                        "task.step",
                        "task.task")
                .forEach(table -> jdbc.sql("delete from " + table).update());
        SetBack.toTheStart(clock, jdbc);
        var session = sessions.draft(CLERK, draft(offers));
        sessions.announce(PlanFixtures.APPROVER, session, 0);
        return session;
    }

    void becomes(LocalDate day) {
        clock.moveTo(BusinessClock.startOf(day).plusSeconds(9 * 3600));
    }

    static Entry.City city(DivisionCode code) {
        return new Entry.City(code, NAMES.getOrDefault(code, ""));
    }

    static Actor clerk(DivisionCode code) {
        return PlanFixtures.actor("顾明轩", Role.CITY_CLERK, code);
    }

    static Actor candidate(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "沈清和",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "test");
    }

    /** So many whose registration stands, as the roster hears of them. */
    public List<Entry> registered(
            SessionId session, DivisionCode city, String occupation, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> registered(session, city, occupation))
                .toList();
    }

    public Entry registered(SessionId session, DivisionCode city, String occupation) {
        var entry =
                new Entry(
                        session,
                        Ids.next(),
                        PersonId.next(),
                        "沈清和",
                        city(city),
                        occupation,
                        SkillLevel.SENIOR_TECHNICIAN,
                        Set.of(Subject.values()));
        arrangements.enter(PROGRAM, entry);
        watch.entered(entry);
        return entry;
    }

    void leaves(Entry entry) {
        arrangements.leave(PROGRAM, entry.session(), entry.id(), "不参加");
        watch.left(entry.session());
    }

    /** A site of the city with room for sixty. */
    SiteId site(DivisionCode city) {
        var clerk = clerk(city);
        var site =
                sites.open(
                        clerk,
                        new SiteDraft(
                                city,
                                NAMES.get(city) + "技师学院" + Ids.next(),
                                "学知路 1 号",
                                Set.of(SiteUse.THEORY),
                                List.of()),
                        Ids.next().toString());
        sites.addRoom(clerk, site, "第1考场", 30, 5, 0);
        sites.addRoom(clerk, site, "第2考场", 30, 5, 1);
        return site;
    }

    void arranged(SessionId session, DivisionCode city) {
        var clerk = clerk(city);
        arrangements.arrange(
                clerk,
                session,
                city,
                site(city),
                arrangements.find(clerk, session, city).version());
    }
}
