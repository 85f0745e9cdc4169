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
import cn.jiping.shared.NotFound;
import cn.jiping.shared.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 更正与变更: what is recorded of a person is added to or struck out, never overwritten. */
@Component
class PersonChanges {
    private final PersonStore store;
    private final EntryStore entries;
    private final StandingPersons standing;
    private final NewEntries newEntries;
    private final Duplicates duplicates;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BusinessClock businessClock;
    private final PersonSettings settings;

    PersonChanges(
            PersonStore store,
            EntryStore entries,
            StandingPersons standing,
            NewEntries newEntries,
            Duplicates duplicates,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock,
            BusinessClock businessClock,
            PersonSettings settings) {
        this.store = store;
        this.entries = entries;
        this.standing = standing;
        this.newEntries = newEntries;
        this.duplicates = duplicates;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.businessClock = businessClock;
        this.settings = settings;
    }

    void rename(
            Actor actor, PersonId person, int version, String name, LocalDate from, String proof) {
        var core = standing.edit(actor, person, version);
        var checked = PersonNames.checked(name);
        var by = Mark.of(actor, clock.instant());
        entries.endNames(core.id(), from);
        entries.insertName(
                core.id(),
                new EntryStore.NameRow(
                        Ids.next(),
                        checked,
                        new Term(from, null),
                        Reasons.text("proof", proof, 1),
                        by));
        store.changeName(core.id(), checked);
        changed(
                actor,
                Act.of("person.renamed", "person", core.id())
                        .changing("name", core.name(), checked)
                        .because(proof),
                core.id());
    }

    void correctName(
            Actor actor, PersonId person, int version, UUID entry, String name, String reason) {
        var core = standing.edit(actor, person, version);
        var checked = PersonNames.checked(name);
        var why = Reasons.checked(reason, settings.shortestReason());
        var wrong =
                entries.loadNames(List.of(core.id())).stream()
                        .filter(each -> each.id().equals(entry))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("name", entry));
        var by = Mark.of(actor, clock.instant());
        if (!entries.correctName(core.id(), entry, by, why)) {
            throw PersonRefused.alreadyCorrected();
        }
        entries.insertName(
                core.id(),
                new EntryStore.NameRow(Ids.next(), checked, wrong.term(), wrong.proof(), by));
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

    void addDocument(
            Actor actor,
            PersonId person,
            int version,
            IdentityDocument document,
            Term term,
            String proof) {
        var core = standing.edit(actor, person, version);
        requireAgreement(core, document);
        newEntries.add(
                core.id(),
                document,
                term,
                Reasons.text("proof", proof, 1),
                Mark.of(actor, clock.instant()));
        duplicates.note(core.id());
        changed(
                actor,
                Act.of("person.document-added", "person", core.id())
                        .changing("document", null, document)
                        .because(proof),
                core.id());
    }

    private void requireAgreement(Core core, IdentityDocument document) {
        var birth = core.birth();
        if (birth != null) {
            Birth.of(List.of(document), birth.bornOn(), birth.sex(), businessClock.today());
        }
    }

    void correctDocument(
            Actor actor,
            PersonId person,
            int version,
            UUID entry,
            IdentityDocument document,
            String reason) {
        var core = standing.edit(actor, person, version);
        var why = Reasons.checked(reason, settings.shortestReason());
        var wrong =
                entries.loadDocuments(List.of(core.id())).stream()
                        .map(EntryStore.StoredDocument::entry)
                        .filter(each -> each.id().equals(entry))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("document", entry));
        var by = Mark.of(actor, clock.instant());
        if (!entries.correctDocument(core.id(), entry, by, why)) {
            throw PersonRefused.alreadyCorrected();
        }
        entries.release(core.id(), entry);
        newEntries.add(core.id(), document, wrong.term(), wrong.proof(), by);
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

    void changeContact(Actor actor, PersonId person, int version, ContactKind kind, String value) {
        var core = standing.edit(actor, person, version);
        var checked = ContactForms.checkedIfGiven(kind, value);
        var by = Mark.of(actor, clock.instant());
        for (var member : store.loadCluster(core.id())) {
            entries.endContacts(member, kind, by.at());
        }
        newEntries.insertContact(core.id(), kind, checked, by);
        duplicates.note(core.id());
        var shown = checked == null ? null : ContactForms.masked(kind, checked);
        changed(
                actor,
                Act.of("person.contact-changed", "person", core.id())
                        .changing(kind.name(), null, shown),
                core.id());
    }

    private void changed(Actor actor, Act act, PersonId person) {
        audit.record(actor, act);
        events.publishEvent(new PersonEvent.Changed(person));
    }
}
