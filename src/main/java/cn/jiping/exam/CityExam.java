package cn.jiping.exam;

import cn.jiping.institution.SiteId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Signature;
import org.jspecify.annotations.Nullable;

/**
 * 市考务: what one city carries of the examination of one session.
 *
 * @param candidates how many sit for it
 * @param seated how many of them have a seat
 */
public record CityExam(
        SessionId session,
        Entry.City city,
        @Nullable Arranged arranged,
        int candidates,
        int seated,
        int version) {

    /**
     * 编排: where, by whom, and by which seed it can be repeated.
     *
     * @param alike how many pairs of neighbours are of one occupation
     */
    public record Arranged(
            SiteId site, String name, String address, long seed, long alike, Signature by) {}

    public int waiting() {
        return candidates - seated;
    }
}
