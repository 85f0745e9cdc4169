package cn.jiping.draw;

import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Seat;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Office;

/** Who may act for which seat, and who may lead a draw. */
final class Seating {
    private Seating() {}

    static boolean maySit(Actor actor, Seat.Sitter kind, Heading heading) {
        var role = actor.role();
        if (role == null || !actor.signedIn()) {
            return false;
        }
        var division = heading.place().division();
        var body = heading.place().body();
        return switch (kind) {
            case AUTHORITY ->
                    ofAuthority(role.office())
                            && division != null
                            && actor.scope().covers(division);
            case BODY -> role.office() == Office.BODY && body != null && actor.scope().covers(body);
            case AUDITOR -> role.office() == Office.AUDIT;
        };
    }

    /**
     * 主持: announces, fixes the public value, draws, replaces, cancels. The authority of the draw's
     * division; the body itself where no division is named; the program for a module that draws.
     */
    static boolean mayLead(Actor actor, Heading heading) {
        var role = actor.role();
        if (role == null) {
            return !actor.signedIn() && actor.scope().everywhere();
        }
        var division = heading.place().division();
        var body = heading.place().body();
        return division == null
                ? role.office() == Office.BODY && body != null && actor.scope().covers(body)
                : ofAuthority(role.office()) && actor.scope().covers(division);
    }

    private static boolean ofAuthority(Office office) {
        return office == Office.PROVINCE || office == Office.CITY || office == Office.COUNTY;
    }
}
