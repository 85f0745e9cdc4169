package cn.jiping.person;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.person.PersonView.Term;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 人员: recorded once each, found by document, seen where they have dealings. */
@Service
public class Persons {
    private final PersonStore store;
    private final EntryStore entries;
    private final LinkStore links;
    private final PersonListStore lists;
    private final StandingPersons standing;
    private final NewPersons newPersons;
    private final PersonChanges changes;
    private final PersonErasure erasure;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Clock clock;
    private final BusinessClock businessClock;
    private final PersonSettings settings;

    Persons(
            PersonStore store,
            EntryStore entries,
            LinkStore links,
            PersonListStore lists,
            StandingPersons standing,
            NewPersons newPersons,
            PersonChanges changes,
            PersonErasure erasure,
            Sealer sealer,
            AuditTrail audit,
            Clock clock,
            BusinessClock businessClock,
            PersonSettings settings) {
        this.store = store;
        this.entries = entries;
        this.links = links;
        this.lists = lists;
        this.standing = standing;
        this.newPersons = newPersons;
        this.changes = changes;
        this.erasure = erasure;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
        this.businessClock = businessClock;
        this.settings = settings;
    }

    /**
     * Records a person, or returns the one who already has these documents, unchanged.
     *
     * @throws InvalidInput if name, documents, birth date, sex or contacts contradict or are
     *     missing
     * @throws PersonRefused if a document is recorded under another name, or documents belong to
     *     different persons
     */
    @Transactional
    public PersonId register(Actor actor, PersonDraft draft) {
        return newPersons.register(actor, draft);
    }

    /**
     * Whether a person could be registered so, as far as the draft itself tells.
     *
     * @throws InvalidInput as {@link #register}
     */
    public void requireSound(PersonDraft draft) {
        newPersons.requireSound(draft);
    }

    /** The person the id stands for now: the one kept, if theirs was absorbed. */
    @Transactional(readOnly = true)
    public PersonId current(PersonId person) {
        return standing.current(person);
    }

    /** For the program itself: who has the document. */
    @Transactional(readOnly = true)
    public Optional<PersonId> findByDocument(IdentityDocument document) {
        return standing.ownersOf(List.of(document)).stream().findFirst();
    }

    /** For staff: who has the document, if the scope covers them. */
    @Transactional(readOnly = true)
    public Optional<PersonId> findByDocument(Scope scope, IdentityDocument document) {
        return findByDocument(document).filter(person -> standing.sees(scope, person));
    }

    @Transactional(readOnly = true)
    public Slice<PersonView.Summary> search(Scope scope, PersonQuery query, Paging paging) {
        var criteria =
                new PersonListStore.Criteria(
                        query.name(),
                        query.number().isEmpty()
                                ? null
                                : sealer.fingerprintsOfAnyKind(query.number()),
                        query.phone().isEmpty() ? null : phone(query.phone()),
                        query.sort());
        return new Slice<>(
                lists.search(scope, criteria, paging), lists.count(scope, criteria), paging);
    }

    private List<String> phone(String phone) {
        try {
            return sealer.fingerprints(
                    ContactKind.PHONE, ContactForms.checked(ContactKind.PHONE, phone));
        } catch (InvalidInput _) {
            return List.of();
        }
    }

    /** One person with masked numbers; empty if there is none the scope covers. */
    @Transactional(readOnly = true)
    public Optional<PersonView> find(Scope scope, PersonId person) {
        return store.load(person)
                .map(core -> standing.current(core.id()))
                .filter(current -> standing.sees(scope, current))
                .map(this::view);
    }

    private PersonView view(PersonId person) {
        var core = standing.require(person);
        var cluster = store.loadCluster(person);
        var documents = entries.loadDocuments(cluster);
        var birth = core.birth();
        var latest =
                documents.reversed().stream()
                        .map(EntryStore.StoredDocument::entry)
                        .filter(entry -> entry.recorded().correction() == null)
                        .findFirst();
        return new PersonView(
                new PersonView.Summary(
                        person,
                        core.name(),
                        birth == null ? null : birth.bornOn(),
                        birth == null ? null : birth.sex(),
                        latest.map(PersonView.DocumentEntry::masked).orElse(null),
                        core.state(),
                        core.registeredAt()),
                core.version(),
                entries.loadNames(cluster),
                documents.stream().map(EntryStore.StoredDocument::entry).toList(),
                entries.loadContacts(cluster).stream()
                        .map(EntryStore.StoredContact::entry)
                        .toList(),
                links.loadDealings(person),
                cluster.stream().filter(id -> !id.equals(person)).toList());
    }

    /** 出生日期, null where no document tells it; the program's own look-up. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate bornOn(PersonId person) {
        var birth = standing.standing(person).birth();
        return birth == null ? null : birth.bornOn();
    }

    /** 姓名 as it stands now, for greetings and printed facts; the program's own look-up. */
    @Transactional(readOnly = true)
    public String name(PersonId person) {
        return standing.standing(person).name();
    }

    /** 现用联系方式, for delivering messages; the program's own look-up. */
    @Transactional(readOnly = true)
    public Contacts contacts(PersonId person) {
        var values = new HashMap<ContactKind, String>();
        for (var contact : entries.loadContacts(store.loadCluster(standing.current(person)))) {
            if (contact.entry().ended() == null) {
                values.put(
                        contact.entry().kind(),
                        sealer.open(contact.entry().kind(), contact.value()));
            }
        }
        return new Contacts(values.get(ContactKind.PHONE), values.get(ContactKind.EMAIL));
    }

    /**
     * 现用证件 in full, for what is printed in their name; the program's own look-up. The latest that
     * was not struck out, resident IDs first; empty if everything was erased.
     */
    @Transactional(readOnly = true)
    public Optional<IdentityDocument> document(PersonId person) {
        return inUse(entries.loadDocuments(store.loadCluster(standing.current(person))))
                .map(each -> sealer.open(each.entry().kind(), each.number()));
    }

    /**
     * The numbers of the same documents with their middle hidden, several persons at once; who has
     * none is missing.
     */
    @Transactional(readOnly = true)
    public Map<PersonId, String> maskedDocuments(Collection<PersonId> persons) {
        var askedBy = new HashMap<PersonId, List<PersonId>>();
        store.loadClusters(Set.copyOf(persons))
                .forEach((asked, cluster) ->
                        cluster.forEach(member ->
                                askedBy.computeIfAbsent(member, _ -> new ArrayList<>())
                                        .add(asked)));
        var documents = new HashMap<PersonId, List<EntryStore.StoredDocument>>();
        for (var each : entries.loadDocuments(askedBy.keySet())) {
            askedBy.getOrDefault(each.person(), List.of())
                    .forEach(asked ->
                            documents.computeIfAbsent(asked, _ -> new ArrayList<>()).add(each));
        }
        var masked = new HashMap<PersonId, String>();
        documents.forEach((asked, those) ->
                inUse(those).ifPresent(each -> masked.put(asked, each.entry().masked())));
        return masked;
    }

    private static Optional<EntryStore.StoredDocument> inUse(
            List<EntryStore.StoredDocument> oldestFirst) {
        return oldestFirst.reversed().stream()
                .filter(each -> each.entry().recorded().correction() == null)
                .min(Comparator.comparing(each -> each.entry().kind()));
    }

    /**
     * The numbers in full; who asked and why is written down.
     *
     * @throws InvalidInput if the reason is too short
     */
    @Transactional
    public Unmasked unmask(Actor actor, PersonId person, String reason) {
        var why = Reasons.checked(reason, settings.shortestReason());
        var current = standing.visible(actor, person);
        var cluster = store.loadCluster(current);
        var documents = new HashMap<UUID, IdentityDocument>();
        for (var each : entries.loadDocuments(cluster)) {
            documents.put(each.entry().id(), sealer.open(each.entry().kind(), each.number()));
        }
        var contacts = new HashMap<UUID, String>();
        for (var each : entries.loadContacts(cluster)) {
            contacts.put(each.entry().id(), sealer.open(each.entry().kind(), each.value()));
        }
        audit.record(actor, Act.of("person.unmasked", "person", current).because(why));
        return new Unmasked(documents, contacts);
    }

    /**
     * Notes that the person has dealings with a place or body, which lets its office see them. For
     * later modules, in the transaction of what they do; safe to repeat.
     */
    @Transactional
    public void link(PersonId person, Place place, String why) {
        link(person, List.of(place), why);
    }

    /** The same with several at once. */
    @Transactional
    public void link(PersonId person, List<Place> places, String why) {
        var current = standing.current(person);
        for (var place : places) {
            links.link(current, place, why, businessClock.today(), clock.instant());
        }
    }

    /**
     * Records that the person bears another name from a day on.
     *
     * @throws Stale if the person was changed since the version seen
     */
    @Transactional
    public void rename(
            Actor actor, PersonId person, int version, String name, LocalDate from, String proof) {
        changes.rename(actor, person, version, name, from, proof);
    }

    /**
     * Strikes out a name that was recorded wrongly and records the right one.
     *
     * @throws PersonRefused if it was corrected already
     */
    @Transactional
    public void correctName(
            Actor actor, PersonId person, int version, UUID entry, String name, String reason) {
        changes.correctName(actor, person, version, entry, name, reason);
    }

    /**
     * Records another document of the person.
     *
     * @throws PersonRefused if it is somebody else's
     * @throws InvalidInput if it tells another birth date or sex
     */
    @Transactional
    public void addDocument(
            Actor actor,
            PersonId person,
            int version,
            IdentityDocument document,
            Term term,
            String proof) {
        changes.addDocument(actor, person, version, document, term, proof);
    }

    /**
     * Strikes out a document recorded wrongly, so that its rightful owner may record it, and
     * records the right one. Birth date and sex follow the right one.
     *
     * @throws PersonRefused if it was corrected already or the right one is somebody else's
     */
    @Transactional
    public void correctDocument(
            Actor actor,
            PersonId person,
            int version,
            UUID entry,
            IdentityDocument document,
            String reason) {
        changes.correctDocument(actor, person, version, entry, document, reason);
    }

    /**
     * Replaces phone number or e-mail address; empty removes it. The old ones stay in the history.
     */
    @Transactional
    public void changeContact(
            Actor actor, PersonId person, int version, ContactKind kind, String value) {
        changes.changeContact(actor, person, version, kind, value);
    }

    /**
     * Removes everything personal and keeps an empty stub, so that ids elsewhere lead to nobody.
     *
     * @throws PersonRefused if something must be kept, such as a skill proved or a pending merge
     */
    @Transactional
    public void erase(Actor actor, PersonId person, String reason) {
        erasure.erase(actor, person, reason);
    }
}
