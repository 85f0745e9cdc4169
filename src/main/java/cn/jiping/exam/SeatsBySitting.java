package cn.jiping.exam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 场次名单: the seats of a city by the sittings that are taken on them. */
@Component
class SeatsBySitting {
    private final RosterStore roster;

    SeatsBySitting(RosterStore roster) {
        this.roster = roster;
    }

    Map<SittingPlace, List<SeatView>> of(DayAccess.Here here) {
        var session = here.session().id();
        var city = here.exam().city().division();
        var places = new HashMap<SittingPlace, List<SeatView>>();
        for (var seat : roster.exportSeats(here.scope(), session, city)) {
            for (var subject : seat.subjects()) {
                var place =
                        new SittingPlace(session, city, seat.room(), sitting(here, seat, subject));
                places.computeIfAbsent(place, _ -> new ArrayList<>()).add(seat);
            }
        }
        return places;
    }

    /** Those of one sitting in one room, by number; none if nobody takes it there. */
    List<SeatView> at(DayAccess.Here here, SittingPlace place) {
        return roster
                .listSeatsIn(here.scope(), place.session(), place.city(), place.room())
                .stream()
                .filter(seat ->
                        seat.subjects().stream()
                                .anyMatch(
                                        subject -> sitting(here, seat, subject) == place.sitting()))
                .toList();
    }

    /** In which sitting the holder of the seat takes the subject. */
    static Sitting sitting(DayAccess.Here here, SeatView seat, Subject subject) {
        return Sitting.of(here.session(), seat.occupation(), seat.level(), subject);
    }
}
