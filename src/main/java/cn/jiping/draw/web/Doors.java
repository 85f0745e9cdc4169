package cn.jiping.draw.web;

import cn.jiping.clock.BusinessClock;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;

/** The door a request came in by, and days as people of that door count them. */
final class Doors {
    private Doors() {}

    /** Such as {@code /authority/draws}. */
    static String base(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.substring(0, path.indexOf('/', 1)) + "/draws";
    }

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessClock.ZONE);
    }
}
