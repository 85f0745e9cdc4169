package cn.jiping.exam;

import cn.jiping.shared.SkillLevel;
import org.jspecify.annotations.Nullable;

/**
 * 实操考核安排: one occupation and level of a city at one practical sitting.
 *
 * @param place null while the city has not entered it
 * @param siteClosed whether the site was put out of use since
 */
public record PracticalView(
        PracticalKey key,
        Entry.City city,
        String occupation,
        SkillLevel level,
        int candidates,
        @Nullable PracticalPlace place,
        boolean siteClosed) {

    public Sitting sitting() {
        return key.sitting();
    }

    /** What the city still has to do about it. */
    public PracticalState state() {
        if (place == null) {
            return PracticalState.MISSING;
        }
        return siteClosed ? PracticalState.SITE_CLOSED : PracticalState.ENTERED;
    }

    /** 0 while nothing is entered. */
    public int version() {
        return place == null ? 0 : place.version();
    }
}
