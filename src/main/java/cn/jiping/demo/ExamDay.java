package cn.jiping.demo;

import cn.jiping.clock.BusinessClock;
import cn.jiping.exam.Attendee;
import cn.jiping.exam.ExamDays;
import cn.jiping.exam.IncidentDraft;
import cn.jiping.exam.Incidents;
import cn.jiping.exam.Packet;
import cn.jiping.exam.PaperChain;
import cn.jiping.exam.PaperStep;
import cn.jiping.exam.RoomSitting;
import cn.jiping.exam.Seal;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.SittingPlace;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** 演示的考试日: papers to the rooms and back, people signed in, and what happened there. */
@InDemo
class ExamDay {
    private static final String KIND = "抄袭或传递答案";
    private static final String HANDLING = "本科目成绩无效";

    private final ExamDays days;
    private final PaperChain papers;
    private final Incidents incidents;
    private final TheSession session;
    private final Actors actors;
    private final BusinessClock clock;

    ExamDay(
            ExamDays days,
            PaperChain papers,
            Incidents incidents,
            TheSession session,
            Actors actors,
            BusinessClock clock) {
        this.days = days;
        this.papers = papers;
        this.incidents = incidents;
        this.session = session;
        this.actors = actors;
        this.clock = clock;
    }

    /** 试卷需求. */
    void demand(DivisionCode city) {
        if (held(city)) {
            papers.demand(actors.staff(Role.CITY_CLERK, city), session.id(), city);
        }
    }

    /** Whether anybody sits there. */
    private boolean held(DivisionCode city) {
        return session.hasRoster(city);
    }

    /** One step of every packet of the city that is due for it. */
    void hand(DivisionCode city, PaperStep step) {
        hand(city, step, _ -> true);
    }

    private void hand(DivisionCode city, PaperStep step, Predicate<Packet> which) {
        if (!held(city)) {
            return;
        }
        var actor = actors.staff(step.ofProvince() ? Role.PROVINCE_CLERK : Role.CITY_CLERK, city);
        var present =
                days.sittings(actor, session.id(), city).stream()
                        .collect(Collectors.toMap(RoomSitting::place, RoomSitting::present));
        var lines =
                papers.list(actor, session.id(), city).stream()
                        .filter(which)
                        .filter(packet -> packet.step().next().filter(step::equals).isPresent())
                        .map(packet -> line(packet, step, present))
                        .toList();
        if (!lines.isEmpty()) {
            papers.hand(
                    actor,
                    session.id(),
                    city,
                    step,
                    new PaperChain.Handing("演示甲", "演示乙", ""),
                    lines);
        }
    }

    private static PaperChain.Line line(
            Packet packet, PaperStep step, Map<SittingPlace, Integer> present) {
        var sheets =
                step == PaperStep.COLLECTED
                        ? present.getOrDefault(packet.place(), 0)
                        : packet.sheetsBefore();
        return new PaperChain.Line(packet.id(), sheets, Seal.INTACT);
    }

    /** 启封和签到: whoever comes is signed in by the invigilator of the room. */
    void begin(DivisionCode city, Sitting sitting) {
        hand(city, PaperStep.OPENED, packet -> packet.place().sitting() == sitting);
        sittings(city, sitting).forEach(one -> signIn(city, one));
    }

    private List<RoomSitting> sittings(DivisionCode city, Sitting sitting) {
        return held(city)
                ? days.sittings(actors.staff(Role.INVIGILATOR, city), session.id(), city).stream()
                        .filter(one -> one.place().sitting() == sitting)
                        .filter(one -> one.closed() == null)
                        .toList()
                : List.of();
    }

    private void signIn(DivisionCode city, RoomSitting sitting) {
        var invigilator = actors.staff(Role.INVIGILATOR, city);
        var here =
                days.attendees(invigilator, sitting.place()).stream()
                        .filter(one -> comes(one))
                        .map(one -> one.seat().examinee())
                        .toList();
        if (!here.isEmpty()) {
            days.signIn(invigilator, sitting.place(), here);
        }
    }

    private boolean comes(Attendee attendee) {
        var name = attendee.seat().name();
        return session.cast().has(name) && session.cast().named(name).fate() != Fate.ABSENT;
    }

    /** 结束签到、收卷: nobody comes any more; who copied is put on record. */
    void end(DivisionCode city, Sitting sitting) {
        var invigilator = actors.staff(Role.INVIGILATOR, city);
        for (var one : sittings(city, sitting)) {
            if (sitting == Sitting.THEORY) {
                discipline(city, one);
            }
            days.close(invigilator, one.place(), days.sitting(invigilator, one.place()).waiting());
        }
        hand(city, PaperStep.COLLECTED, packet -> packet.place().sitting() == sitting);
    }

    private void discipline(DivisionCode city, RoomSitting sitting) {
        Actor invigilator = actors.staff(Role.INVIGILATOR, city);
        days.attendees(invigilator, sitting.place()).stream()
                .map(Attendee::seat)
                .filter(seat -> session.cast().has(seat.name()))
                .filter(seat -> session.cast().named(seat.name()).fate() == Fate.COPIES)
                .forEach(seat ->
                        incidents.record(
                                invigilator,
                                session.id(),
                                city,
                                new IncidentDraft(
                                        sitting.place().room(),
                                        sitting.place().sitting(),
                                        KIND,
                                        clock.now(),
                                        "考生抄袭邻座答卷（演示）",
                                        "当场制止并告知处理（演示）",
                                        List.of(new IncidentDraft.Person(seat.ticket(), HANDLING)),
                                        null,
                                        "demo/" + seat.ticket())));
    }
}
