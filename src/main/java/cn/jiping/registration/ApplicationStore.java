package cn.jiping.registration;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

interface ApplicationStore {
    /** False if the person already takes part in the session, or the key is known. */
    boolean insert(Application application, String clientKey);

    Optional<ApplicationId> loadByClientKey(SessionId session, PersonId person, String clientKey);

    /**
     * Writes form and progress.
     *
     * @throws cn.jiping.shared.Stale if somebody wrote since
     */
    void update(Application application);

    /** For the program itself. */
    Optional<Application> load(SessionId session, ApplicationId id);

    /**
     * Inside the scope: the person's own; and the city's and the accepting body's once it is handed
     * in.
     */
    Optional<Application> find(Scope scope, ApplicationId id);

    /**
     * The same, kept for the caller's transaction: whoever comes second waits, and then finds what
     * the first did. Where an order is to be held too, the order comes first.
     */
    Optional<Application> lock(Scope scope, ApplicationId id);

    /** A person's own, newest first. */
    List<Application> listOf(Scope scope, PersonId person);

    /** Whose term has passed, the earliest first. */
    List<Place> loadOverdue(Instant now, int atMost);

    Optional<Instant> loadNextTerm(Instant after);

    /** Where an application lies. */
    record Place(SessionId session, ApplicationId id) {}
}
