package cn.jiping.person;

import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 人员: one person as staff see them, numbers masked. Entries of absorbed persons stand among their
 * own. {@code version} guards edits.
 */
public record PersonView(
        Summary person,
        int version,
        List<NameEntry> names,
        List<DocumentEntry> documents,
        List<ContactEntry> contacts,
        List<Dealing> dealings,
        List<PersonId> absorbed) {
    public PersonView {
        names = List.copyOf(names);
        documents = List.copyOf(documents);
        contacts = List.copyOf(contacts);
        dealings = List.copyOf(dealings);
        absorbed = List.copyOf(absorbed);
    }

    public PersonId id() {
        return person.id();
    }

    /** One row of a list: {@code document} is the masked number of the latest document. */
    public record Summary(
            PersonId id,
            String name,
            @Nullable LocalDate bornOn,
            @Nullable Sex sex,
            @Nullable String document,
            PersonState state,
            Instant registeredAt) {}

    /** When an entry was recorded, and why it was struck out, if it was. */
    public record Recorded(String by, Instant at, @Nullable Correction correction) {}

    /** 更正. */
    public record Correction(String by, Instant at, String reason) {}

    /** From when to when something was so; null: not known or still. */
    public record Term(@Nullable LocalDate from, @Nullable LocalDate until) {
        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2199;

        public Term {
            if (!possible(from) || !possible(until)) {
                throw new IllegalArgumentException("Not a term: " + from + " to " + until);
            }
        }

        private static boolean possible(@Nullable LocalDate day) {
            return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        }
    }

    /** 姓名. */
    public record NameEntry(UUID id, String name, Term term, String proof, Recorded recorded) {}

    /** 证件. */
    public record DocumentEntry(
            UUID id,
            IdentityDocument.Kind kind,
            String masked,
            Term term,
            String proof,
            Recorded recorded) {}

    /** 联系方式. */
    public record ContactEntry(
            UUID id, ContactKind kind, String masked, Instant since, @Nullable Instant ended) {}

    /** 往来: a place or a body, and the reason. */
    public record Dealing(Place place, String why, LocalDate since) {}
}
