package cn.jiping.exam;

import cn.jiping.plan.SessionView;
import cn.jiping.shared.DivisionCode;
import java.time.format.DateTimeFormatter;

/**
 * 准考证号: year and month of the session (for one on another day two digits each of its year, month
 * and day), the four digits of the city, and a running number of the city with five.
 */
record TicketNumbers(String session, DivisionCode city) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int CITY = 4;

    static TicketNumbers of(SessionView session, DivisionCode city) {
        return new TicketNumbers(session(session), city);
    }

    /** With what every number of the session begins. */
    static String session(SessionView session) {
        return session.onAnotherDay()
                ? session.days().theoryOn().format(DAY)
                : session.heading().code().month().format(MONTH);
    }

    String of(int running) {
        return start() + "%05d".formatted(running);
    }

    /** With what every number of the city begins. */
    String start() {
        return session + city.value().substring(0, CITY);
    }
}
