package cn.jiping.person;

import cn.jiping.shared.PersonId;
import java.util.Collection;
import java.util.List;

/** The skill records; only ever added to. */
interface SkillStore {
    /** Every entry of the persons, oldest first. */
    List<SkillEntry> loadHistory(Collection<PersonId> persons);

    /** False if the key is written, or the entry superseded, already. */
    boolean append(PersonId person, SkillEntry entry);
}
