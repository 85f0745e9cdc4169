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
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 人员: recorded once each, found by document, seen where they have dealings. */
@Service
public class Persons {
    /** 系统, where the program recorded something by itself. */
    private static final String PROGRAM = "系统";

    private final PersonStore store;
    private final Sealer sealer;
    private final Duplicates duplicates;
    private final SkillStore skills;
    private final ObjectProvider<RetentionHold> holds;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BusinessClock businessClock;
    private final PersonSettings settings;

    Persons(
            PersonStore store,
            Sealer sealer,
            Duplicates duplicates,
            SkillStore skills,
            ObjectProvider<RetentionHold> holds,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            BusinessClock businessClock,
            PersonSettings settings) {
        this.store = store;
        this.sealer = sealer;
        this.duplicates = duplicates;
        this.skills = skills;
        this.holds = holds;
        this.audit = audit;
        this.events = events;
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
        var name = PersonNames.checked(draft.name());
        if (draft.documents().isEmpty()) {
            throw InvalidInput.of("documents", "person.document-missing");
        }
        var birth = Birth.of(draft.documents(), draft.bornOn(), draft.sex(), businessClock.today());
        text("proof", draft.proof());
        var phone = checked(ContactKind.PHONE, draft.phone());
        var email = checked(ContactKind.EMAIL, draft.email());
        return ownerOf(draft.documents())
                .map(known -> sameName(known, name))
                .orElseGet(() -> insert(actor, draft, new Draft(name, birth, phone, email)));
    }

    private record Draft(
            String name, Birth birth, @Nullable String phone, @Nullable String email) {}

    private static @Nullable String checked(ContactKind kind, @Nullable String value) {
        return value == null || value.isBlank() ? null : ContactForms.checked(kind, value);
    }

    private PersonId insert(Actor actor, PersonDraft draft, Draft checked) {
        var person = PersonId.next();
        var by = mark(actor);
        var sealed =
                draft.documents().stream()
                        .distinct()
                        .map(document -> new Prepared(Ids.next(), document, sealer.seal(document)))
                        .sorted(Comparator.comparing(each -> each.number().fingerprint()))
                        .toList();
        for (var each : sealed) {
            if (!store.claim(each.number(), person, each.id())) {
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
        store.insertName(
                person,
                new PersonStore.NameRow(
                        Ids.next(), checked.name(), new Term(null, null), draft.proof(), by));
        sealed.forEach(each -> insert(person, each, new Term(null, null), draft.proof(), by));
        insertContact(person, ContactKind.PHONE, checked.phone(), by);
        insertContact(person, ContactKind.EMAIL, checked.email(), by);
        duplicates.note(person);
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
        var owners = new HashSet<>(ownersOf(draft.documents()));
        if (owners.remove(mine) || owners.size() != 1) {
            throw PersonRefused.documentsOfSeveral();
        }
        return sameName(owners.iterator().next(), name);
    }

    private record Prepared(UUID id, IdentityDocument document, SealedNumber number) {}

    private void insert(PersonId person, Prepared each, Term term, String proof, Mark by) {
        store.insertDocument(
                person,
                new PersonStore.DocumentRow(
                        each.id(), each.document().kind(), each.number(), term, proof, by));
    }

    private void insertContact(PersonId person, ContactKind kind, @Nullable String value, Mark by) {
        if (value != null) {
            store.insertContact(person, Ids.next(), kind, sealer.seal(kind, value), by);
        }
    }

    private Optional<PersonId> ownerOf(List<IdentityDocument> documents) {
        var owners = new HashSet<>(ownersOf(documents));
        if (owners.size() > 1) {
            throw PersonRefused.documentsOfSeveral();
        }
        return owners.stream().findFirst();
    }

    private List<PersonId> ownersOf(List<IdentityDocument> documents) {
        var fingerprints =
                documents.stream().flatMap(d -> sealer.fingerprints(d).stream()).toList();
        return store.loadOwnersOf(fingerprints).stream().map(this::current).distinct().toList();
    }

    private PersonId sameName(PersonId person, String name) {
        var cluster = store.loadCluster(person);
        var known =
                store.loadNames(cluster).stream()
                        .filter(entry -> entry.recorded().correction() == null)
                        .anyMatch(entry -> entry.name().equals(name));
        if (!known) {
            throw PersonRefused.documentUnderAnotherName();
        }
        return person;
    }

    /** The person the id stands for now: the one kept, if theirs was absorbed. */
    @Transactional(readOnly = true)
    public PersonId current(PersonId person) {
        var core = require(person);
        while (core.absorbedBy() != null) {
            core = require(core.absorbedBy());
        }
        return core.id();
    }

    /** For the program itself: who has the document. */
    @Transactional(readOnly = true)
    public Optional<PersonId> findByDocument(IdentityDocument document) {
        return ownersOf(List.of(document)).stream().findFirst();
    }

    /** For staff: who has the document, if the scope covers them. */
    @Transactional(readOnly = true)
    public Optional<PersonId> findByDocument(Scope scope, IdentityDocument document) {
        return findByDocument(document).filter(person -> sees(scope, person));
    }

    @Transactional(readOnly = true)
    public Slice<PersonView.Summary> search(Scope scope, PersonQuery query, Paging paging) {
        var criteria =
                new PersonStore.Criteria(
                        query.name(),
                        query.number().isEmpty()
                                ? null
                                : sealer.fingerprintsOfAnyKind(query.number()),
                        query.phone().isEmpty() ? null : phone(query.phone()),
                        query.sort());
        return new Slice<>(
                store.search(scope, criteria, paging), store.count(scope, criteria), paging);
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
                .map(core -> current(core.id()))
                .filter(current -> sees(scope, current))
                .map(this::view);
    }

    private PersonView view(PersonId person) {
        var core = require(person);
        var cluster = store.loadCluster(person);
        var documents = store.loadDocuments(cluster);
        var birth = core.birth();
        var latest =
                documents.reversed().stream()
                        .map(PersonStore.StoredDocument::entry)
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
                store.loadNames(cluster),
                documents.stream().map(PersonStore.StoredDocument::entry).toList(),
                store.loadContacts(cluster).stream().map(PersonStore.StoredContact::entry).toList(),
                store.loadDealings(person),
                cluster.stream().filter(id -> !id.equals(person)).toList());
    }

    /** 姓名 as it stands now, for greetings and printed facts; the program's own look-up. */
    @Transactional(readOnly = true)
    public String name(PersonId person) {
        return require(current(person)).name();
    }

    /** 现用联系方式, for delivering messages; the program's own look-up. */
    @Transactional(readOnly = true)
    public Contacts contacts(PersonId person) {
        var values = new HashMap<ContactKind, String>();
        for (var contact : store.loadContacts(store.loadCluster(current(person)))) {
            if (contact.entry().ended() == null) {
                values.put(
                        contact.entry().kind(),
                        sealer.open(contact.entry().kind(), contact.value()));
            }
        }
        return new Contacts(values.get(ContactKind.PHONE), values.get(ContactKind.EMAIL));
    }

    /**
     * The numbers in full; who asked and why is written down.
     *
     * @throws InvalidInput if the reason is too short
     */
    @Transactional
    public Unmasked unmask(Actor actor, PersonId person, String reason) {
        var why = reason(reason);
        var current = visible(actor, person);
        var cluster = store.loadCluster(current);
        var documents = new HashMap<UUID, IdentityDocument>();
        for (var each : store.loadDocuments(cluster)) {
            documents.put(each.entry().id(), sealer.open(each.entry().kind(), each.number()));
        }
        var contacts = new HashMap<UUID, String>();
        for (var each : store.loadContacts(cluster)) {
            contacts.put(each.entry().id(), sealer.open(each.entry().kind(), each.value()));
        }
        audit.record(actor, Act.of("person.unmasked", "person", current).because(why));
        return new Unmasked(documents, contacts);
    }

    /**
     * Records that the person bears another name from a day on.
     *
     * @throws Stale if the person was changed since the version seen
     */
    @Transactional
    public void rename(
            Actor actor, PersonId person, int version, String name, LocalDate from, String proof) {
        var core = edit(actor, person, version);
        var checked = PersonNames.checked(name);
        var by = mark(actor);
        store.endNames(core.id(), from);
        store.insertName(
                core.id(),
                new PersonStore.NameRow(
                        Ids.next(), checked, new Term(from, null), text("proof", proof), by));
        store.changeName(core.id(), checked);
        changed(
                actor,
                Act.of("person.renamed", "person", core.id())
                        .changing("name", core.name(), checked)
                        .because(proof),
                core.id());
    }

    /**
     * Strikes out a name that was recorded wrongly and records the right one.
     *
     * @throws PersonRefused if it was corrected already
     */
    @Transactional
    public void correctName(
            Actor actor, PersonId person, int version, UUID entry, String name, String reason) {
        var core = edit(actor, person, version);
        var checked = PersonNames.checked(name);
        var why = reason(reason);
        var wrong =
                store.loadNames(List.of(core.id())).stream()
                        .filter(each -> each.id().equals(entry))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("name", entry));
        var by = mark(actor);
        if (!store.correctName(core.id(), entry, by, why)) {
            throw PersonRefused.alreadyCorrected();
        }
        store.insertName(
                core.id(),
                new PersonStore.NameRow(Ids.next(), checked, wrong.term(), wrong.proof(), by));
        if (wrong.term().until() == null) {
            store.changeName(core.id(), checked);
        }
        duplicates.note(core.id());
        changed(
                actor,
                Act.of("person.name-corrected", "person", core.id())
                        .changing("name", wrong.name(), checked)
                        .because(why),
                core.id());
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
        var core = edit(actor, person, version);
        requireAgreement(core, document);
        add(core.id(), document, term, text("proof", proof), mark(actor));
        duplicates.note(core.id());
        changed(
                actor,
                Act.of("person.document-added", "person", core.id())
                        .changing("document", null, document)
                        .because(proof),
                core.id());
    }

    private void add(PersonId person, IdentityDocument document, Term term, String proof, Mark by) {
        var prepared = new Prepared(Ids.next(), document, sealer.seal(document));
        if (!store.claim(prepared.number(), person, prepared.id())) {
            throw PersonRefused.documentTaken();
        }
        insert(person, prepared, term, proof, by);
    }

    private void requireAgreement(Core core, IdentityDocument document) {
        var birth = core.birth();
        if (birth != null) {
            Birth.of(List.of(document), birth.bornOn(), birth.sex(), businessClock.today());
        }
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
        var core = edit(actor, person, version);
        var why = reason(reason);
        var wrong =
                store.loadDocuments(List.of(core.id())).stream()
                        .map(PersonStore.StoredDocument::entry)
                        .filter(each -> each.id().equals(entry))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("document", entry));
        var by = mark(actor);
        if (!store.correctDocument(core.id(), entry, by, why)) {
            throw PersonRefused.alreadyCorrected();
        }
        store.release(core.id(), entry);
        add(core.id(), document, wrong.term(), wrong.proof(), by);
        if (document.bornOn().isPresent()) {
            store.changeBirth(
                    core.id(), Birth.of(List.of(document), null, null, businessClock.today()));
        }
        duplicates.note(core.id());
        changed(
                actor,
                Act.of("person.document-corrected", "person", core.id())
                        .changing("document", wrong.kind() + " " + wrong.masked(), document)
                        .because(why),
                core.id());
    }

    /**
     * Replaces phone number or e-mail address; empty removes it. The old ones stay in the history.
     */
    @Transactional
    public void changeContact(
            Actor actor, PersonId person, int version, ContactKind kind, String value) {
        var core = edit(actor, person, version);
        var checked = checked(kind, value);
        var by = mark(actor);
        for (var member : store.loadCluster(core.id())) {
            store.endContacts(member, kind, by.at());
        }
        insertContact(core.id(), kind, checked, by);
        duplicates.note(core.id());
        var shown = checked == null ? null : ContactForms.masked(kind, checked);
        changed(
                actor,
                Act.of("person.contact-changed", "person", core.id())
                        .changing(kind.name(), null, shown),
                core.id());
    }

    /**
     * Notes that the person has dealings with a place or body, which lets its office see them. For
     * later modules, in the transaction of what they do; safe to repeat.
     */
    @Transactional
    public void link(PersonId person, Place place, String why) {
        store.link(current(person), place, why, businessClock.today(), clock.instant());
    }

    /**
     * Removes everything personal and keeps an empty stub, so that ids elsewhere lead to nobody.
     *
     * @throws PersonRefused if something must be kept, such as a skill proved or a pending merge
     */
    @Transactional
    public void erase(Actor actor, PersonId person, String reason) {
        var why = reason(reason);
        var core = requireActive(visible(actor, person));
        if (store.loadCluster(core.id()).size() > 1 || duplicates.inAMerge(core.id())) {
            throw PersonRefused.retained("merge");
        }
        if (!skills.loadHistory(List.of(core.id())).isEmpty()) {
            throw PersonRefused.retained("skill");
        }
        holds.stream()
                .flatMap(hold -> hold.hold(core.id()).stream())
                .findFirst()
                .ifPresent(hold -> {
                    throw PersonRefused.retained(hold);
                });
        advance(core);
        store.erase(core.id());
        audit.record(actor, Act.of("person.erased", "person", core.id()).because(why));
        events.publishEvent(new PersonEvent.Erased(core.id()));
    }

    private Core edit(Actor actor, PersonId person, int version) {
        var core = requireActive(visible(actor, person));
        if (core.version() != version) {
            throw stale(core.id());
        }
        advance(core);
        return core;
    }

    private void advance(Core core) {
        if (!store.advance(core.id(), core.version())) {
            throw stale(core.id());
        }
    }

    private Stale stale(PersonId person) {
        var last = store.loadNames(List.of(person)).getLast().recorded();
        return new Stale(List.of(), last.by(), last.at());
    }

    private Core requireActive(PersonId person) {
        var core = require(person);
        if (core.state() != PersonState.ACTIVE) {
            throw PersonRefused.notActive();
        }
        return core;
    }

    private Core require(PersonId person) {
        return store.load(person).orElseThrow(() -> new NotFound("person", person));
    }

    /** Who the id stands for now, if the actor may see them. */
    private PersonId visible(Actor actor, PersonId person) {
        var current = current(person);
        if (!sees(actor.scope(), current)) {
            throw new NotFound("person", person);
        }
        return current;
    }

    private boolean sees(Scope scope, PersonId person) {
        return !store.listVisible(scope, List.of(person)).isEmpty();
    }

    private void changed(Actor actor, Act act, PersonId person) {
        audit.record(actor, act);
        events.publishEvent(new PersonEvent.Changed(person));
    }

    private Mark mark(Actor actor) {
        return new Mark(actor.signedIn() ? actor.name() : PROGRAM, clock.instant());
    }

    private String reason(String reason) {
        return Reasons.checked(reason, settings.shortestReason());
    }

    private static String text(String field, String text) {
        return Reasons.text(field, text, 1);
    }
}
