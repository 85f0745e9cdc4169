package cn.jiping.person;

import cn.jiping.person.PersonStore.Mark;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is recorded of persons, never overwritten: names, documents, contacts. */
interface EntryStore {
    List<PersonView.NameEntry> loadNames(Collection<PersonId> persons);

    void insertName(PersonId person, NameRow row);

    void endNames(PersonId person, LocalDate until);

    boolean correctName(PersonId person, UUID entry, Mark by, String reason);

    /** Oldest first. */
    List<StoredDocument> loadDocuments(Collection<PersonId> persons);

    void insertDocument(PersonId person, DocumentRow row);

    boolean correctDocument(PersonId person, UUID entry, Mark by, String reason);

    List<PersonId> loadOwnersOf(Collection<String> fingerprints);

    /** Takes the number for the person; false if somebody else has it. */
    boolean claim(SealedNumber number, PersonId person, UUID document);

    void release(PersonId person, UUID document);

    List<StoredContact> loadContacts(Collection<PersonId> persons);

    void insertContact(PersonId person, UUID id, ContactKind kind, SealedNumber value, Mark by);

    void endContacts(PersonId person, ContactKind kind, Instant at);

    record NameRow(UUID id, String name, PersonView.Term term, String proof, Mark recorded) {}

    record DocumentRow(
            UUID id,
            IdentityDocument.Kind kind,
            SealedNumber number,
            PersonView.Term term,
            String proof,
            Mark recorded) {}

    record StoredDocument(
            PersonId person,
            PersonView.DocumentEntry entry,
            Ciphertext number,
            String fingerprint) {}

    record StoredContact(PersonView.ContactEntry entry, Ciphertext value, String fingerprint) {}
}
