package cn.jiping.exam;

import cn.jiping.plan.SessionCode;
import cn.jiping.shared.DivisionCode;
import java.time.format.DateTimeFormatter;

/**
 * 准考证号: year and month of the session, the four digits of the city, and a running number of the
 * city with five.
 */
record TicketNumbers(SessionCode session, DivisionCode city) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
    private static final int CITY = 4;

    String of(int running) {
        return session.month().format(MONTH)
                + city.value().substring(0, CITY)
                + "%05d".formatted(running);
    }
}
