package cn.jiping.file;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.file.FileDraft.Place;
import cn.jiping.file.FileDraft.Subject;
import cn.jiping.file.FileView.Hashes;
import cn.jiping.file.FileView.Standing;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Office;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * 文件: takes files in, hands them out within scope, keeps and erases them by term. Content is safe
 * before its row is written; a crash between the two leaves an orphan, which the sweep removes.
 */
@Service
public class StoredFiles {
    private static final int LONGEST_REASON = 500;

    private final FileStore store;
    private final BlobStore blobs;
    private final FileKeys keys;
    private final AuditTrail audit;
    private final FileSettings settings;
    private final Times times;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Inspection inspection;
    private final Semaphore room;

    StoredFiles(
            FileStore store,
            BlobStore blobs,
            FileKeys keys,
            AuditTrail audit,
            FileSettings settings,
            Times times,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.store = store;
        this.blobs = blobs;
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
        this.times = times;
        this.transaction = transaction;
        this.events = events;
        this.inspection = new Inspection(settings);
        this.room = new Semaphore(settings.atOnce());
    }

    /**
     * Takes a file in.
     *
     * @throws FileRefused if it is too large, not of a kind the purpose takes, not what its name
     *     says, or carries more than it should
     * @throws NotFound if its place lies outside the actor's scope
     * @throws IOException if the content cannot be read to its end
     */
    public FileId store(Actor actor, FileDraft draft) throws IOException {
        return stored(actor, draft, null);
    }

    /**
     * Takes an image in, cut to the frame.
     *
     * @throws FileRefused as {@link #store(Actor, FileDraft)}, and if it has too few pixels
     * @throws NotFound if its place lies outside the actor's scope
     * @throws IOException if the content cannot be read to its end
     */
    public FileId store(Actor actor, FileDraft draft, Frame frame) throws IOException {
        return stored(actor, draft, frame);
    }

    private FileId stored(Actor actor, FileDraft draft, @Nullable Frame frame) throws IOException {
        requireCovered(actor, draft.place());
        var client = new FileStore.ClientKey(client(actor), draft.clientKey());
        var before = store.loadStoredBy(client);
        if (before.isPresent()) {
            return before.get();
        }
        room.acquireUninterruptibly();
        try {
            return keep(actor, draft, client, frame);
        } finally {
            room.release();
        }
    }

    private FileId keep(
            Actor actor, FileDraft draft, FileStore.ClientKey client, @Nullable Frame frame)
            throws IOException {
        var kind = kind(draft);
        var original = read(draft);
        var content = inspection.take(kind, original, frame);
        var id = FileId.next();
        var key = draft.purpose().personal() ? FileCipher.newKey() : null;
        var kept = key == null ? content : FileCipher.seal(key, content);
        var view =
                new FileView(
                        id,
                        draft.purpose(),
                        kind,
                        FileName.clean(draft.name(), kind),
                        content.length,
                        new Hashes(BlobAddress.sha256(content), BlobAddress.sha256(original)),
                        draft.place(),
                        draft.subject(),
                        draft.terms(),
                        new Standing(null, null, 0),
                        times.now(),
                        actor.name());
        var file =
                new StoredFile(
                        view, blobs.put(kept), key == null ? null : keys.seal(id, key), null);
        var stored = inTransaction(() -> insert(actor, file, client));
        if (stored.equals(id) && !blobs.has(file.blob())) {
            // a sweep may have taken the same content, still without a row, for an orphan
            blobs.put(kept);
        }
        return stored;
    }

    private FileId insert(Actor actor, StoredFile file, FileStore.ClientKey client) {
        if (!store.insert(file, client)) {
            return store.loadStoredBy(client).orElseThrow();
        }
        var view = file.view();
        audit.record(
                actor,
                act("stored", view)
                        .changing("purpose", null, view.purpose())
                        .changing("sha256", null, view.hashes().content()));
        events.publishEvent(new FileEvent.Stored(view.id(), view.subject(), view.storedAt()));
        return view.id();
    }

    private static FileKind kind(FileDraft draft) {
        return FileKind.declaredBy(draft.name())
                .filter(kind -> draft.purpose().kinds().contains(kind))
                .orElseThrow(() -> FileRefused.kindNotTaken(ending(draft.name())));
    }

    private static String ending(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).replaceAll("[^0-9A-Za-z]", "");
        return ending.length() > 10 ? ending.substring(0, 10) : ending;
    }

    private byte[] read(FileDraft draft) throws IOException {
        var largest = settings.largest(draft.purpose());
        var content = draft.content().readNBytes(largest + 1);
        if (content.length > largest) {
            throw FileRefused.tooLarge(largest);
        }
        if (content.length == 0) {
            throw FileRefused.empty();
        }
        return content;
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public FileView find(Actor actor, FileId id) {
        return require(actor, id).view();
    }

    /** The files of a thing, as far as they lie in the actor's scope. */
    @Transactional(readOnly = true)
    public List<FileView> list(Actor actor, Subject subject) {
        return store.list(actor.scope(), subject);
    }

    /**
     * Hands the content out; reading a personal file is recorded.
     *
     * @param reason why; the auditor must say it for a personal file
     * @throws NotFound if there is none in the actor's scope
     * @throws FileRefused if a reason is needed
     */
    @Transactional
    public FileContent open(Actor actor, FileId id, @Nullable String reason) {
        var file = require(actor, id);
        var given = reason == null ? "" : reason.strip();
        if (file.view().purpose().personal()) {
            if (given.isEmpty() && isAuditor(actor)) {
                throw FileRefused.reasonNeeded();
            }
            requireReason(given, true);
            audit.record(actor, act("read", file.view()).because(given.isEmpty() ? null : given));
        }
        return new FileContent(file.view(), content(file));
    }

    private byte[] content(StoredFile file) {
        var kept =
                blobs.read(file.blob())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "The content of file " + file.id() + " is missing"));
        var content =
                file.sealedKey()
                        .map(sealed -> FileCipher.open(keys.open(file.id(), sealed), kept))
                        .map(opened -> opened.orElseThrow(() -> damaged(file)))
                        .orElse(kept);
        if (!BlobAddress.sha256(content).equals(file.view().hashes().content())) {
            throw damaged(file);
        }
        return content;
    }

    private static IllegalStateException damaged(StoredFile file) {
        return new IllegalStateException("The content of file " + file.id() + " was altered");
    }

    /**
     * 申请删除: the first of two persons.
     *
     * @throws FileRefused while a hold or a term keeps the file
     */
    @Transactional
    public void requestDeletion(Actor actor, FileId id, String reason) {
        requireReason(reason, false);
        var file = lock(actor, id);
        file.requireErasable(times.today());
        if (file.deletionAsked()) {
            return;
        }
        store.askDeletion(file, reason.strip(), actor, times.now());
        audit.record(actor, act("deletion-requested", file.view()).because(reason.strip()));
        events.publishEvent(new FileEvent.DeletionAsked(id, file.view().subject(), times.now()));
    }

    /** Takes the request back; anybody who may see the file may. */
    @Transactional
    public void withdrawDeletion(Actor actor, FileId id) {
        var file = lock(actor, id);
        if (file.deletionAsked()) {
            store.askDeletion(file, null, actor, times.now());
            audit.record(actor, act("deletion-withdrawn", file.view()));
        }
    }

    /**
     * 确认删除: by another person than the one who asked. Name and key are gone at once, the content
     * with the next sweep.
     *
     * @throws FileRefused if nobody asked, the same person did, or it must be kept
     */
    @Transactional
    public void confirmDeletion(Actor actor, FileId id) {
        var file = lock(actor, id);
        file.requireConfirmableBy(actor, times.today());
        delete(actor, file, "deleted");
    }

    /** 封存: the file must not be deleted, whatever its term, until released. */
    @Transactional
    public void hold(Actor actor, FileId id, String reason) {
        requireReason(reason, false);
        var file = lock(actor, id);
        store.hold(file, reason.strip(), actor, times.now());
        audit.record(actor, act("held", file.view()).because(reason.strip()));
    }

    @Transactional
    public void release(Actor actor, FileId id) {
        var file = lock(actor, id);
        if (file.view().standing().hold() != null) {
            store.hold(file, null, actor, times.now());
            audit.record(actor, act("released", file.view()));
        }
    }

    /** Erases what its term ended for; up to so many. */
    @Transactional
    int eraseDue(int atMost) {
        var due = store.loadToErase(times.today(), atMost);
        due.forEach(file -> delete(Actor.program("file.retention"), file, "erased"));
        return due.size();
    }

    /** The next day after this one on which something is erased. */
    @Transactional(readOnly = true)
    Optional<LocalDate> nextErasure(LocalDate after) {
        return store.loadNextErasure(after);
    }

    private void delete(Actor actor, StoredFile file, String code) {
        store.delete(file, actor, times.now());
        audit.record(
                actor,
                act(code, file.view()).changing("sha256", file.view().hashes().content(), null));
        events.publishEvent(new FileEvent.Deleted(file.id(), file.view().subject(), times.now()));
    }

    private StoredFile require(Actor actor, FileId id) {
        return store.find(actor.scope(), id).orElseThrow(() -> new NotFound("file", id));
    }

    /** Held for the caller's transaction, so that a second click finds what the first did. */
    private StoredFile lock(Actor actor, FileId id) {
        return store.lock(actor.scope(), id).orElseThrow(() -> new NotFound("file", id));
    }

    private static void requireCovered(Actor actor, Place place) {
        var scope = actor.scope();
        var covered =
                (place.division() != null && scope.covers(place.division()))
                        || (place.body() != null && scope.covers(place.body()))
                        || (place.person() != null && scope.covers(place.person()));
        if (!covered || isAuditor(actor)) {
            throw new NotFound("place", place);
        }
    }

    private static boolean isAuditor(Actor actor) {
        var role = actor.role();
        return role != null && role.office() == Office.AUDIT;
    }

    private static void requireReason(String reason, boolean mayBeEmpty) {
        var given = reason.strip();
        var plain = given.chars().noneMatch(c -> Character.isISOControl(c) || isSurrogate(c));
        if ((given.isEmpty() && !mayBeEmpty) || given.length() > LONGEST_REASON || !plain) {
            throw InvalidInput.of("reason", "file.reason", LONGEST_REASON);
        }
    }

    private static boolean isSurrogate(int c) {
        return Character.isSurrogate((char) c);
    }

    private static String client(Actor actor) {
        var account = actor.account();
        return account == null ? "program" : account.toString();
    }

    private static Act act(String code, FileView file) {
        return Act.of("file." + code, "file", file.id())
                .in(file.place().division())
                .at(file.place().body());
    }

    private <T> T inTransaction(Supplier<T> work) {
        var done = transaction.execute(_ -> work.get());
        if (done == null) {
            throw new IllegalStateException("A transaction returned nothing");
        }
        return done;
    }
}
