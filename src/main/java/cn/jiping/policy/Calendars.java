package cn.jiping.policy;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 日历: working days as they are known by now, with the arrangements loaded since. */
@Component
class Calendars {
    private final HolidayStore store;

    Calendars(HolidayStore store) {
        this.store = store;
    }

    WorkingDays workingDays() {
        return WorkingDays.usual()
                .with(
                        store.loadLatest().stream()
                                .collect(
                                        Collectors.toMap(
                                                HolidayArrangement::year,
                                                HolidayArrangement::arrangement)));
    }
}
