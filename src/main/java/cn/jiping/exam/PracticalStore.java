package cn.jiping.exam;

import cn.jiping.institution.SiteId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

interface PracticalStore {
    /** Whose arrangement it is. */
    record Key(
            SessionId session,
            DivisionCode city,
            String occupation,
            SkillLevel level,
            Sitting sitting) {}

    /** How many of a city sit for each subject of an occupation and level. */
    record Group(
            Entry.City city, String occupation, SkillLevel level, Map<Subject, Integer> people) {
        public Group {
            people = Map.copyOf(people);
        }
    }

    /** Everybody who has not left and was not put off, by city and occupation. */
    List<Group> listGroups(Scope scope, SessionId session);

    /** What the cities of a session have entered. */
    Map<Key, PracticalPlace> list(Scope scope, SessionId session);

    Optional<PracticalPlace> load(Key key);

    /** The sessions with tests at the site on that day or later. */
    List<SessionId> loadSessionsAt(SiteId site, LocalDate from);

    /** What concerns one examinee, by sitting; nothing of somebody who was put off. */
    Map<Sitting, PracticalPlace> loadOf(SessionId session, UUID examinee);

    /** False if there is one already. */
    boolean insert(Key key, PracticalPlace place);

    /** False if somebody changed the version that the place names. */
    boolean update(Key key, PracticalPlace place);

    /** Whether somebody of the group has come to it. */
    boolean begun(Key key);
}
