package cn.jiping.person;

import cn.jiping.person.PersonStore.Mark;
import cn.jiping.person.PersonView.Term;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Documents and contacts as they are sealed and written down. */
@Component
class NewEntries {
    private final EntryStore entries;
    private final Sealer sealer;

    NewEntries(EntryStore entries, Sealer sealer) {
        this.entries = entries;
        this.sealer = sealer;
    }

    record Prepared(UUID id, IdentityDocument document, SealedNumber number) {}

    Prepared prepared(IdentityDocument document) {
        return new Prepared(Ids.next(), document, sealer.seal(document));
    }

    boolean claim(PersonId person, Prepared each) {
        return entries.claim(each.number(), person, each.id());
    }

    void add(PersonId person, IdentityDocument document, Term term, String proof, Mark by) {
        var prepared = prepared(document);
        if (!claim(person, prepared)) {
            throw PersonRefused.documentTaken();
        }
        insert(person, prepared, term, proof, by);
    }

    void insert(PersonId person, Prepared each, Term term, String proof, Mark by) {
        entries.insertDocument(
                person,
                new EntryStore.DocumentRow(
                        each.id(), each.document().kind(), each.number(), term, proof, by));
    }

    void insertContact(PersonId person, ContactKind kind, @Nullable String value, Mark by) {
        if (value != null) {
            entries.insertContact(person, Ids.next(), kind, sealer.seal(kind, value), by);
        }
    }
}
