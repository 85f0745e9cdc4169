package cn.jiping.person;

import cn.jiping.shared.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Notes who looks like somebody already recorded, at the moment either is recorded or changed. */
@Component
class Duplicates {
    private final PersonStore persons;
    private final EntryStore entries;
    private final MergeStore merges;
    private final Sealer sealer;
    private final Clock clock;

    Duplicates(
            PersonStore persons,
            EntryStore entries,
            MergeStore merges,
            Sealer sealer,
            Clock clock) {
        this.persons = persons;
        this.entries = entries;
        this.merges = merges;
        this.sealer = sealer;
        this.clock = clock;
    }

    void note(PersonId person) {
        var core = persons.load(person).orElseThrow();
        var cluster = persons.loadCluster(person);
        persons.loadAlike(core, fingerprints(cluster))
                .forEach((other, reasons) -> {
                    if (!cluster.contains(other)) {
                        merges.noteAlike(person, other, reasons, clock.instant());
                    }
                });
    }

    private List<String> fingerprints(List<PersonId> cluster) {
        var fingerprints = new ArrayList<String>();
        for (var each : entries.loadDocuments(cluster)) {
            var kind = each.entry().kind();
            fingerprints.addAll(sealer.fingerprints(sealer.open(kind, each.number())));
        }
        for (var each : entries.loadContacts(cluster)) {
            var kind = each.entry().kind();
            fingerprints.addAll(sealer.fingerprints(kind, sealer.open(kind, each.value())));
        }
        return fingerprints;
    }

    boolean inAMerge(PersonId person) {
        return merges.loadOpen(List.of(person)).isPresent();
    }
}
