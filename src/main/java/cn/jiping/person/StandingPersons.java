package cn.jiping.person;

import cn.jiping.person.PersonStore.Core;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import java.util.List;
import org.springframework.stereotype.Component;

/** For whom an id stands now, who sees them and whether they may still be changed. */
@Component
class StandingPersons {
    private final PersonStore store;
    private final EntryStore entries;
    private final PersonListStore lists;
    private final Sealer sealer;

    StandingPersons(PersonStore store, EntryStore entries, PersonListStore lists, Sealer sealer) {
        this.store = store;
        this.entries = entries;
        this.lists = lists;
        this.sealer = sealer;
    }

    List<PersonId> ownersOf(List<IdentityDocument> documents) {
        var fingerprints =
                documents.stream().flatMap(d -> sealer.fingerprints(d).stream()).toList();
        return entries.loadOwnersOf(fingerprints).stream().map(this::current).distinct().toList();
    }

    /** The person the id stands for now: the one kept, if theirs was absorbed. */
    PersonId current(PersonId person) {
        return standing(person).id();
    }

    /** The same person, read. */
    Core standing(PersonId person) {
        var core = require(person);
        while (core.absorbedBy() != null) {
            core = require(core.absorbedBy());
        }
        return core;
    }

    Core edit(Actor actor, PersonId person, int version) {
        var core = requireActive(visible(actor, person));
        if (core.version() != version) {
            throw stale(core.id());
        }
        advance(core);
        return core;
    }

    void advance(Core core) {
        if (!store.advance(core.id(), core.version())) {
            throw stale(core.id());
        }
    }

    private Stale stale(PersonId person) {
        var last = entries.loadNames(List.of(person)).getLast().recorded();
        return new Stale(List.of(), last.by(), last.at());
    }

    Core requireActive(PersonId person) {
        var core = require(person);
        if (core.state() != PersonState.ACTIVE) {
            throw PersonRefused.notActive();
        }
        return core;
    }

    Core require(PersonId person) {
        return store.load(person).orElseThrow(() -> new NotFound("person", person));
    }

    /** Who the id stands for now, if the actor may see them. */
    PersonId visible(Actor actor, PersonId person) {
        var current = current(person);
        if (!sees(actor.scope(), current)) {
            throw new NotFound("person", person);
        }
        return current;
    }

    boolean sees(Scope scope, PersonId person) {
        return !lists.listVisible(scope, List.of(person)).isEmpty();
    }
}
