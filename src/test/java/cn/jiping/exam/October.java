package cn.jiping.exam;

import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;

import cn.jiping.clock.BusinessClock;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.SessionId;
import cn.jiping.plan.SessionView;
import cn.jiping.registration.Summer;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 2021年10月: four of Hangzhou in two rooms of two seats, up to the day of the examination. */
final class October {
    static final Actor INVIGILATOR = invigilator(BODY);
    static final Actor OF_ANOTHER_BODY = invigilator(BodyId.next());

    private static final Actor PROGRAM = Actor.program("test");

    private final ApplicationContext context;
    private final SessionView session;

    private October(ApplicationContext context, SessionView session) {
        this.context = context;
        this.session = session;
    }

    private static Actor invigilator(BodyId body) {
        return new Actor(
                AccountId.next(), null, "沈同川", Role.INVIGILATOR, "", Scope.ofBody(body), "test");
    }

    static October arranged(ApplicationContext context) {
        var summer = context.getBean(Summer.class);
        var jdbc = context.getBean(JdbcClient.class);
        Stream.of(
                        "examinee",
                        "city_exam",
                        "seat",
                        "attendance",
                        "room_sitting",
                        "packet",
                        "practical_arrangement",
                        "city_due")
                .forEach(table -> jdbc.sql("delete from exam." + table).update());
        jdbc.sql("delete from institution.site").update();
        var october = new October(context, summer.announced());
        Stream.of("沈清和", "周启明", "方如许", "顾明轩").forEach(october::enter);
        summer.becomes("2021-08-09");
        october.arrange();
        return october;
    }

    private void enter(String name) {
        var person =
                context.getBean(Persons.class)
                        .register(
                                PROGRAM,
                                PersonFixtures.draft(
                                        name,
                                        PersonFixtures.residentId(LocalDate.of(1985, 3, 12))));
        context.getBean(Arrangements.class)
                .enter(
                        PROGRAM,
                        new Entry(
                                session.id(),
                                Ids.next(),
                                person,
                                name,
                                new Entry.City(HANGZHOU, "杭州市"),
                                "焊工",
                                SkillLevel.SENIOR_TECHNICIAN,
                                Set.of(Subject.values())));
    }

    private void arrange() {
        var sites = context.getBean(Sites.class);
        var site =
                sites.open(
                        CITY,
                        new SiteDraft(
                                HANGZHOU, "杭州第一技师学院", "学知路 1 号", Set.of(SiteUse.THEORY), List.of()),
                        Ids.next().toString());
        sites.addRoom(CITY, site, "第1考场", 2, 1, 0);
        sites.addRoom(CITY, site, "第2考场", 2, 1, 1);
        context.getBean(Arrangements.class).arrange(CITY, session.id(), HANGZHOU, site, 0);
    }

    SessionView session() {
        return session;
    }

    SessionId id() {
        return session.id();
    }

    /** It becomes this moment, such as {@code 2021-10-23T08:10}. */
    void at(String moment) {
        context.getBean(BusinessClock.class)
                .moveTo(LocalDateTime.parse(moment).atZone(BusinessClock.ZONE).toInstant());
    }

    List<SeatView> seats(String room) {
        return context.getBean(Arrangements.class).seats(CITY, id(), HANGZHOU).stream()
                .filter(seat -> seat.roomName().equals(room))
                .toList();
    }

    SittingPlace place(String room, Sitting sitting) {
        return new SittingPlace(id(), HANGZHOU, seats(room).getFirst().room(), sitting);
    }
}
