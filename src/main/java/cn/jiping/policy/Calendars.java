package cn.jiping.policy;

import org.springframework.stereotype.Component;

/** 日历: working days as they are known by now. */
@Component
class Calendars {
    WorkingDays workingDays() {
        return WorkingDays.usual();
    }
}
