package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.util.Set;
import java.util.UUID;

/**
 * 考生名册的一项: who sits for what in which city; names as of the day the registration stood.
 *
 * @param id of the registration it rests on
 * @param subjects what is still open for this person, at least one
 */
public record Entry(
        SessionId session,
        UUID id,
        PersonId person,
        String name,
        City city,
        String occupation,
        SkillLevel level,
        Set<Subject> subjects) {
    public Entry {
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("Nothing to sit for: " + id);
        }
        subjects = Set.copyOf(subjects);
    }

    /** The same person on the roster of another session. */
    Entry in(SessionId other) {
        return new Entry(other, id, person, name, city, occupation, level, subjects);
    }

    /** 考区: a city with its printed name. */
    public record City(DivisionCode division, String name) {}
}
