package cn.jiping.file;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 文件: what is known about it, and who may end it. */
final class StoredFile {
    private final FileView view;
    private final BlobAddress blob;
    private final byte @Nullable [] sealedKey;
    private final @Nullable Asked asked;

    StoredFile(
            FileView view, BlobAddress blob, byte @Nullable [] sealedKey, @Nullable Asked asked) {
        this.view = view;
        this.blob = blob;
        this.sealedKey = sealedKey;
        this.asked = asked;
    }

    /** Who asked for the deletion. */
    record Asked(
            String reason,
            Instant at,
            String name,
            @Nullable AccountId account,
            @Nullable PersonId person) {
        boolean sameHandAs(Actor actor) {
            return (account != null && account.equals(actor.account()))
                    || (person != null && person.equals(actor.person()));
        }
    }

    FileId id() {
        return view.id();
    }

    FileView view() {
        return view;
    }

    BlobAddress blob() {
        return blob;
    }

    Optional<byte[]> sealedKey() {
        return Optional.ofNullable(sealedKey);
    }

    boolean deletionAsked() {
        return asked != null;
    }

    /**
     * @throws FileRefused while a hold or a term keeps it
     */
    void requireErasable(LocalDate today) {
        if (view.standing().hold() != null) {
            throw FileRefused.held();
        }
        var until = view.terms().keepUntil();
        if (until != null && !today.isAfter(until)) {
            throw FileRefused.mustBeKept(until);
        }
    }

    /**
     * @throws FileRefused if nobody asked for it, the same person did, or it must be kept
     */
    void requireConfirmableBy(Actor actor, LocalDate today) {
        if (asked == null) {
            throw FileRefused.deletionNotAsked();
        }
        if (asked.sameHandAs(actor)) {
            throw FileRefused.samePerson();
        }
        requireErasable(today);
    }
}
