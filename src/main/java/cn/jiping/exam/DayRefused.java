package cn.jiping.exam;

import cn.jiping.shared.Refusal;
import cn.jiping.shared.Source;
import org.jspecify.annotations.Nullable;

/** 考试日拒绝: why somebody was not signed in, or a sitting not closed. */
public final class DayRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private DayRefused(String code, @Nullable Source source, Object... arguments) {
        super("exam." + code, source, arguments);
    }

    static DayRefused notOpenYet(String from, Source source) {
        return new DayRefused("sign-in-early", source, from);
    }

    static DayRefused tooLate(String until, Source source) {
        return new DayRefused("sign-in-late", source, until);
    }

    static DayRefused unknownTicket(String ticket) {
        return new DayRefused("unknown-ticket", null, ticket);
    }

    static DayRefused otherSession(String month) {
        return new DayRefused("ticket-of-other-session", null, month);
    }

    static DayRefused otherCity(String city) {
        return new DayRefused("ticket-of-other-city", null, city);
    }

    static DayRefused otherRoom(String room, int seat) {
        return new DayRefused("ticket-of-other-room", null, room, seat);
    }

    static DayRefused otherSubject() {
        return new DayRefused("ticket-without-subject", null);
    }

    static DayRefused practicalElsewhere() {
        return new DayRefused("ticket-of-practical", null);
    }

    static DayRefused closed() {
        return new DayRefused("sitting-closed", null);
    }

    static DayRefused notOverYet(String until, Source source) {
        return new DayRefused("sitting-not-over", source, until);
    }

    static DayRefused notMarked() {
        return new DayRefused("not-marked", null);
    }
}
