package cn.jiping.person;

import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Persons, each with the name, birth and state that count now. */
interface PersonStore {
    Optional<Core> load(PersonId person);

    List<Core> loadAll(Collection<PersonId> persons);

    /** The person and everybody absorbed into them, however many steps ago. */
    List<PersonId> loadCluster(PersonId person);

    /**
     * The cluster of whoever each of them stands for now, several at once; who does not exist is
     * missing.
     */
    Map<PersonId, List<PersonId>> loadClusters(Collection<PersonId> persons);

    void insert(Core person, String by);

    /** Raises the version; false if it is not the one given. */
    boolean advance(PersonId person, int version);

    void changeName(PersonId person, String name);

    void changeBirth(PersonId person, Birth birth);

    void changeState(PersonId person, PersonState state, @Nullable PersonId absorbedBy);

    /** Persons not the same who share name, birth date and sex, or a contact, or a document. */
    Map<PersonId, String> loadAlike(Core person, Collection<String> fingerprints);

    void erase(PersonId person);

    /** By whom and when something was recorded. */
    record Mark(String by, Instant at) {
        /** 系统, where the program recorded something by itself. */
        private static final String PROGRAM = "系统";

        static Mark of(Actor actor, Instant at) {
            return new Mark(actor.signedIn() ? actor.name() : PROGRAM, at);
        }
    }

    /** The person alone. */
    record Core(
            PersonId id,
            String name,
            @Nullable Birth birth,
            PersonState state,
            @Nullable PersonId absorbedBy,
            int version,
            Instant registeredAt) {}
}
