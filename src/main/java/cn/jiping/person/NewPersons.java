package cn.jiping.person;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.person.PersonStore.Core;
import cn.jiping.person.PersonStore.Mark;
import cn.jiping.person.PersonView.Term;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.PersonId;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 登记人员: a person new to the platform, unless somebody already has the documents. */
@Component
class NewPersons {
    private final PersonStore store;
    private final EntryStore entries;
    private final StandingPersons standing;
    private final NewEntries newEntries;
    private final Duplicates duplicates;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BusinessClock businessClock;

    NewPersons(
            PersonStore store,
            EntryStore entries,
            StandingPersons standing,
            NewEntries newEntries,
            Duplicates duplicates,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            BusinessClock businessClock) {
        this.store = store;
        this.entries = entries;
        this.standing = standing;
        this.newEntries = newEntries;
        this.duplicates = duplicates;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    PersonId register(Actor actor, PersonDraft draft) {
        var checked = checked(draft);
        return ownerOf(draft.documents())
                .map(known -> sameName(known, checked.name()))
                .orElseGet(() -> insert(actor, draft, checked));
    }

    /** What can be told from the draft alone. */
    void requireSound(PersonDraft draft) {
        checked(draft);
    }

    private Draft checked(PersonDraft draft) {
        var name = PersonNames.checked(draft.name());
        if (draft.documents().isEmpty()) {
            throw InvalidInput.of("documents", "person.document-missing");
        }
        var birth = Birth.of(draft.documents(), draft.bornOn(), draft.sex(), businessClock.today());
        Reasons.text("proof", draft.proof(), 1);
        return new Draft(
                name,
                birth,
                ContactForms.checkedIfGiven(ContactKind.PHONE, draft.phone()),
                ContactForms.checkedIfGiven(ContactKind.EMAIL, draft.email()));
    }

    private record Draft(String name, Birth birth, @Nullable String phone, @Nullable String email) {
        Map<ContactKind, String> contacts() {
            var contacts = new EnumMap<ContactKind, String>(ContactKind.class);
            if (phone != null) {
                contacts.put(ContactKind.PHONE, phone);
            }
            if (email != null) {
                contacts.put(ContactKind.EMAIL, email);
            }
            return contacts;
        }
    }

    private PersonId insert(Actor actor, PersonDraft draft, Draft checked) {
        var person = PersonId.next();
        var by = Mark.of(actor, clock.instant());
        var sealed =
                draft.documents().stream()
                        .distinct()
                        .map(newEntries::prepared)
                        .sorted(Comparator.comparing(each -> each.number().fingerprint()))
                        .toList();
        for (var each : sealed) {
            if (!newEntries.claim(person, each)) {
                return lostTo(person, draft, checked.name());
            }
        }
        var core =
                new Core(
                        person,
                        checked.name(),
                        checked.birth(),
                        PersonState.ACTIVE,
                        null,
                        0,
                        by.at());
        store.insert(core, by.by());
        entries.insertName(
                person,
                new EntryStore.NameRow(
                        Ids.next(), checked.name(), new Term(null, null), draft.proof(), by));
        sealed.forEach(
                each -> newEntries.insert(person, each, new Term(null, null), draft.proof(), by));
        newEntries.insertContact(person, ContactKind.PHONE, checked.phone(), by);
        newEntries.insertContact(person, ContactKind.EMAIL, checked.email(), by);
        duplicates.noteNew(core, draft.documents(), checked.contacts());
        audit.record(
                actor,
                Act.of("person.registered", "person", person)
                        .changing("name", null, checked.name())
                        .changing("documents", null, draft.documents())
                        .because(draft.proof()));
        events.publishEvent(new PersonEvent.Registered(person));
        return person;
    }

    /** Somebody registered the same document at the same moment and was first. */
    private PersonId lostTo(PersonId mine, PersonDraft draft, String name) {
        var owners = new HashSet<>(standing.ownersOf(draft.documents()));
        if (owners.remove(mine) || owners.size() != 1) {
            throw PersonRefused.documentsOfSeveral();
        }
        return sameName(owners.iterator().next(), name);
    }

    private Optional<PersonId> ownerOf(List<IdentityDocument> documents) {
        var owners = new HashSet<>(standing.ownersOf(documents));
        if (owners.size() > 1) {
            throw PersonRefused.documentsOfSeveral();
        }
        return owners.stream().findFirst();
    }

    private PersonId sameName(PersonId person, String name) {
        var cluster = store.loadCluster(person);
        var known =
                entries.loadNames(cluster).stream()
                        .filter(entry -> entry.recorded().correction() == null)
                        .anyMatch(entry -> entry.name().equals(name));
        if (!known) {
            throw PersonRefused.documentUnderAnotherName();
        }
        return person;
    }
}
