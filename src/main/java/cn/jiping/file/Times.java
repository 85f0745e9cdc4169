package cn.jiping.file;

import cn.jiping.clock.BusinessClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * What files go by: stored and changed by the system clock, kept and erased by the business day.
 */
@Component
class Times {
    private final Clock system;
    private final BusinessClock business;

    Times(Clock system, BusinessClock business) {
        this.system = system;
        this.business = business;
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return business.today();
    }
}
