package cn.jiping.exam.web;

import cn.jiping.exam.ExamDays;
import cn.jiping.exam.Sitting;
import cn.jiping.exam.SittingPlace;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Door;
import cn.jiping.shared.NotFound;
import cn.jiping.web.Crumb;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Where the pages of an examination day lie behind the actor's own door. */
record DayAddress(Door door, SessionId session, DivisionCode city) {
    static DayAddress of(Actor actor, SessionId session, DivisionCode city) {
        return new DayAddress(
                Objects.requireNonNull(actor.role()).door() == Door.HALL
                        ? Door.HALL
                        : Door.AUTHORITY,
                session,
                city);
    }

    static SittingPlace place(SessionId session, DivisionCode city, UUID room, String sitting) {
        return new SittingPlace(
                session,
                city,
                room,
                Sitting.of(sitting).orElseThrow(() -> new NotFound("sitting", sitting)));
    }

    String base() {
        return door.path() + "/exams";
    }

    String day() {
        return base() + "/" + session + "/" + city + "/day";
    }

    String incidents() {
        return base() + "/" + session + "/" + city + "/incidents";
    }

    String packets() {
        return base() + "/" + session + "/" + city + "/packets";
    }

    String sitting(SittingPlace place) {
        return day() + "/" + place.room() + "/" + place.sitting().code();
    }

    List<Crumb> crumbs(ExamDays.Day day, Crumb... more) {
        var exams = new Crumb(base(), "nav.exams");
        var code = day.session().heading().code().value();
        var above =
                door == Door.HALL
                        ? List.of(exams)
                        : List.of(
                                exams,
                                Crumb.named(base() + "/" + session, code),
                                Crumb.named(
                                        base() + "/" + session + "/" + city,
                                        day.exam().city().name()));
        return Stream.of(
                        above.stream(),
                        Stream.of(new Crumb(day(), "page.exam.day.title")),
                        Stream.of(more))
                .flatMap(crumbs -> crumbs)
                .toList();
    }
}
