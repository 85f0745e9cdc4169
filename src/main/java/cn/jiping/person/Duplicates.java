package cn.jiping.person;

import cn.jiping.person.PersonStore.Core;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        var cluster = persons.loadCluster(person);
        note(persons.load(person).orElseThrow(), cluster, fingerprints(cluster));
    }

    /** The same for somebody just recorded, with nothing but these. */
    void noteNew(Core person, List<IdentityDocument> documents, Map<ContactKind, String> contacts) {
        var fingerprints = new ArrayList<String>();
        documents.forEach(each -> fingerprints.addAll(sealer.fingerprints(each)));
        contacts.forEach((kind, value) -> fingerprints.addAll(sealer.fingerprints(kind, value)));
        note(person, List.of(person.id()), fingerprints);
    }

    private void note(Core person, List<PersonId> cluster, List<String> fingerprints) {
        persons.loadAlike(person, fingerprints)
                .forEach((other, reasons) -> {
                    if (!cluster.contains(other)) {
                        merges.noteAlike(person.id(), other, reasons, clock.instant());
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
