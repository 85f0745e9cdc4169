package cn.jiping.exam;

import cn.jiping.institution.Sites;
import cn.jiping.plan.Offering;
import cn.jiping.plan.SessionView;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 实操考核组: who takes a practical sitting where, and what is entered of it. */
@Component
class PracticalGroups {
    private static final Actor PROGRAM = Actor.program("exam");

    private final PracticalStore store;
    private final Sites sites;

    PracticalGroups(PracticalStore store, Sites sites) {
        this.store = store;
        this.sites = sites;
    }

    /** Those of the cities in the scope, by city, occupation and sitting. */
    List<PracticalView> list(Scope scope, SessionView session) {
        var places = store.list(scope, session.id());
        return store.listGroups(scope, session.id()).stream()
                .flatMap(group ->
                        offering(session, group).stream()
                                .flatMap(offering -> sittings(session, group, offering, places)))
                .toList();
    }

    private static Optional<Offering> offering(SessionView session, PracticalStore.Group group) {
        return session.offerings().stream()
                .filter(one -> one.occupation().equals(group.occupation()))
                .filter(one -> one.level() == group.level())
                .findFirst();
    }

    private Stream<PracticalView> sittings(
            SessionView session,
            PracticalStore.Group group,
            Offering offering,
            Map<PracticalStore.Key, PracticalPlace> places) {
        return Stream.of(Subject.values())
                .filter(subject -> group.people().getOrDefault(subject, 0) > 0)
                .map(subject -> Sitting.of(session, group.occupation(), group.level(), subject))
                .filter(Sitting::practical)
                .map(sitting -> {
                    var key =
                            new PracticalKey(
                                    session.id(), group.city().division(), offering.id(), sitting);
                    return view(key, group, places.get(of(key, offering)));
                });
    }

    static PracticalStore.Key of(PracticalKey key, Offering offering) {
        return new PracticalStore.Key(
                key.session(), key.city(), offering.occupation(), offering.level(), key.sitting());
    }

    private PracticalView view(
            PracticalKey key, PracticalStore.Group group, @Nullable PracticalPlace place) {
        return new PracticalView(
                key,
                group.city(),
                group.occupation(),
                group.level(),
                group.people().getOrDefault(key.sitting().subject(), 0),
                place,
                place != null && !inUse(place));
    }

    private boolean inUse(PracticalPlace place) {
        try {
            return sites.find(PROGRAM, place.what().site()).inUse();
        } catch (NotFound _) {
            return false;
        }
    }
}
