package cn.jiping.account;

import cn.jiping.person.PersonDraft;
import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 身份登记: which person an account belongs to, by the person's document. */
@Component
class Identities {
    private final Persons persons;

    Identities(Persons persons) {
        this.persons = persons;
    }

    /** Registers the person, or finds the one whose document it is; the name must be theirs. */
    PersonId register(
            Actor actor, NewAccount.Identity identity, @Nullable String phone, String proof) {
        return persons.register(actor, draft(identity, phone, proof));
    }

    /**
     * @throws InvalidInput if they contradict each other, whoever is registered
     */
    void requireSound(NewAccount.Identity identity) {
        persons.requireSound(draft(identity, null, "核对"));
    }

    private static PersonDraft draft(
            NewAccount.Identity identity, @Nullable String phone, String proof) {
        return new PersonDraft(
                identity.name(),
                List.of(identity.document()),
                identity.bornOn(),
                identity.sex(),
                phone,
                null,
                proof);
    }

    /**
     * @throws InvalidInput if the number cannot be one of the kind
     */
    static IdentityDocument document(String field, IdentityDocument.Kind kind, String number) {
        try {
            return new IdentityDocument(kind, number);
        } catch (IllegalArgumentException _) {
            throw InvalidInput.of(field, "account.document");
        }
    }
}
