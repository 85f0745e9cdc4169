package cn.jiping.person;

import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Persons with their names, documents, contacts and dealings. */
interface PersonStore {
    List<PersonView.Summary> search(Scope scope, Criteria criteria, Paging paging);

    long count(Scope scope, Criteria criteria);

    /** Those of the persons whom the scope covers. */
    List<PersonId> listVisible(Scope scope, Collection<PersonId> persons);

    Optional<Core> load(PersonId person);

    List<Core> loadAll(Collection<PersonId> persons);

    /** The person and everybody absorbed into them, however many steps ago. */
    List<PersonId> loadCluster(PersonId person);

    List<PersonView.NameEntry> loadNames(Collection<PersonId> persons);

    List<StoredDocument> loadDocuments(Collection<PersonId> persons);

    List<StoredContact> loadContacts(Collection<PersonId> persons);

    List<PersonView.Dealing> loadDealings(PersonId person);

    List<PersonId> loadOwnersOf(Collection<String> fingerprints);

    /** Takes the number for the person; false if somebody else has it. */
    boolean claim(SealedNumber number, PersonId person, UUID document);

    void release(PersonId person, UUID document);

    void insert(Core person, String by);

    /** Raises the version; false if it is not the one given. */
    boolean advance(PersonId person, int version);

    void changeName(PersonId person, String name);

    void changeBirth(PersonId person, Birth birth);

    void insertName(PersonId person, NameRow row);

    void endNames(PersonId person, LocalDate until);

    boolean correctName(PersonId person, UUID entry, Mark by, String reason);

    void insertDocument(PersonId person, DocumentRow row);

    boolean correctDocument(PersonId person, UUID entry, Mark by, String reason);

    void endContacts(PersonId person, ContactKind kind, Instant at);

    void insertContact(PersonId person, UUID id, ContactKind kind, SealedNumber value, Mark by);

    void link(PersonId person, Place place, String why, LocalDate since, Instant at);

    void copyLinks(PersonId from, PersonId to, UUID merge);

    void removeLinks(UUID merge, PersonId from);

    void changeState(PersonId person, PersonState state, @Nullable PersonId absorbedBy);

    /** Persons not the same who share name, birth date and sex, or a contact, or a document. */
    Map<PersonId, String> loadAlike(Core person, Collection<String> fingerprints);

    void erase(PersonId person);

    /** By whom and when something was recorded. */
    record Mark(String by, Instant at) {}

    /** The person alone. */
    record Core(
            PersonId id,
            String name,
            @Nullable Birth birth,
            PersonState state,
            @Nullable PersonId absorbedBy,
            int version,
            Instant registeredAt) {}

    record NameRow(UUID id, String name, PersonView.Term term, String proof, Mark recorded) {}

    record DocumentRow(
            UUID id,
            IdentityDocument.Kind kind,
            SealedNumber number,
            PersonView.Term term,
            String proof,
            Mark recorded) {}

    record StoredDocument(PersonView.DocumentEntry entry, Ciphertext number, String fingerprint) {}

    record StoredContact(PersonView.ContactEntry entry, Ciphertext value, String fingerprint) {}

    /** What is looked for; null lists: not asked for. */
    record Criteria(
            String namePrefix,
            @Nullable List<String> documents,
            @Nullable List<String> contacts,
            PersonQuery.Sort sort) {}
}
