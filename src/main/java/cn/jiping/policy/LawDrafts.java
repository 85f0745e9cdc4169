package cn.jiping.policy;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.policy.LawDraft.Books;
import cn.jiping.policy.LawDraft.Heading;
import cn.jiping.policy.LawDraft.Origin;
import cn.jiping.policy.LawDraft.Who;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 法规草案: what a province would like its law to be, checked whole before it is kept. */
@Service
public class LawDrafts {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NOTE = 1000;

    private final LawDraftStore store;
    private final LawVersionStore books;
    private final BookInForce inForce;
    private final DraftBooks reading;
    private final LawSettings settings;
    private final ReasonTexts texts;
    private final AuditTrail audit;
    private final Clock clock;

    LawDrafts(
            LawDraftStore store,
            LawVersionStore books,
            BookInForce inForce,
            DraftBooks reading,
            LawSettings settings,
            ReasonTexts texts,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.books = books;
        this.inForce = inForce;
        this.reading = reading;
        this.settings = settings;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the files of an archive, laid over the book in force.
     *
     * @throws LawFaulty with everything that is wrong with the files
     * @throws LawRefused if nothing changes, or the law of another province does
     */
    @Transactional
    public LawDraft upload(Actor actor, String title, String note, byte[] archive) {
        return laid(actor, title, note, Origin.UPLOAD, LawZip.files(archive, settings));
    }

    /**
     * The same with the files of the folder {@code JIPING_HOME/law}.
     *
     * @throws LawFaulty with everything that is wrong with the files
     * @throws LawRefused if the folder is empty, nothing changes, or the law of another province
     *     does
     */
    @Transactional
    public LawDraft readFolder(Actor actor, String title, String note) {
        var folder = settings.folder();
        var files = Files.isDirectory(folder) ? LawFiles.in(folder, settings) : null;
        if (files == null || files.isEmpty()) {
            throw LawRefused.folderEmpty(folder.toString());
        }
        return laid(actor, title, note, Origin.FOLDER, files);
    }

    /** Where the operator lays files. */
    public String folder() {
        return settings.folder().toString();
    }

    private LawDraft laid(
            Actor actor,
            String title,
            String note,
            Origin origin,
            SortedMap<String, String> files) {
        var heading = heading(actor, title, note, origin);
        var base = inForce.book();
        var book = reading.laidOver(base, files);
        return keep(actor, heading, base, book);
    }

    /**
     * A draft that brings back a version from before, whole.
     *
     * @throws NotFound if there never was such a version
     * @throws LawRefused if it is in force
     */
    @Transactional
    public LawDraft returnTo(Actor actor, int number, String note) {
        var version =
                books.loadVersion(number).orElseThrow(() -> new NotFound("law-version", number));
        var heading = heading(actor, "回到第" + number + "版", note, Origin.RETURN);
        var base = inForce.book();
        if (version.book().equals(base.hash())) {
            throw LawRefused.inForceAlready();
        }
        return keep(actor, heading, base, inForce.kept(version.book()));
    }

    private LawDraft keep(Actor actor, Heading heading, LawBook base, LawBook book) {
        if (book.hash().equals(base.hash())) {
            throw LawRefused.nothingChanged();
        }
        Touched.between(base, book).requireWithin(actor.scope());
        return add(actor, heading, base, book);
    }

    private LawDraft add(Actor actor, Heading heading, LawBook base, LawBook book) {
        books.keep(book.hash(), book.files());
        var draft =
                LawDraft.made(
                        heading,
                        new Books(base.hash(), book.hash()),
                        Who.of(actor, clock.instant()));
        store.add(draft);
        audit.record(
                actor,
                Act.of("policy.draft-made", "law-draft", draft.id())
                        .in(heading.division())
                        .changing("title", null, heading.title())
                        .changing("book", base.hash(), book.hash()));
        return draft;
    }

    private static Heading heading(Actor actor, String title, String note, Origin origin) {
        var name = title.strip();
        if (name.isEmpty()) {
            throw InvalidInput.of("title", "law.title");
        }
        if (name.length() > LONGEST_TITLE) {
            throw InvalidInput.of("title", "law.too-long", LONGEST_TITLE);
        }
        if (note.length() > LONGEST_NOTE) {
            throw InvalidInput.of("note", "law.too-long", LONGEST_NOTE);
        }
        return new Heading(name, note.strip(), origin, Touched.province(actor.scope()));
    }

    @Transactional(readOnly = true)
    public Slice<LawDraft> page(Actor actor, LawDraft.@Nullable State state, Paging paging) {
        return store.list(actor.scope(), state, paging);
    }

    /**
     * @throws NotFound if there is none inside the actor's scope
     */
    @Transactional(readOnly = true)
    public LawDraft draft(Actor actor, UUID id) {
        return store.find(actor.scope(), id).orElseThrow(() -> new NotFound("law-draft", id));
    }

    /** Page by page and value by value, what the draft would make of the book it lies over. */
    @Transactional(readOnly = true)
    public LawComparison comparison(Actor actor, UUID id) {
        var draft = draft(actor, id);
        return LawComparison.of(
                inForce.kept(draft.books().base()),
                inForce.kept(draft.books().book()),
                value -> texts.cell(value, Locale.CHINA));
    }

    /** The book that the draft makes. */
    @Transactional(readOnly = true)
    public LawBook book(Actor actor, UUID id) {
        return inForce.kept(draft(actor, id).books().book());
    }

    /** Whether the draft still lies over the book in force. */
    public boolean overTheBookInForce(LawDraft draft) {
        return draft.books().base().equals(inForce.book().hash());
    }

    /**
     * Lays what the draft changes over the book in force by now.
     *
     * @throws LawRefused if both changed the same file, or the draft is proposed or over
     */
    @Transactional
    public void layAgain(Actor actor, UUID id) {
        var draft = draft(actor, id);
        var now = inForce.book();
        var merged =
                LawMerge.of(
                        books.loadFiles(draft.books().base()),
                        books.loadFiles(draft.books().book()),
                        now.files());
        if (!merged.conflicts().isEmpty()) {
            throw LawRefused.conflict(String.join("、", merged.conflicts()));
        }
        var book = reading.read(merged.files());
        if (book.hash().equals(now.hash())) {
            throw LawRefused.nothingChanged();
        }
        books.keep(book.hash(), book.files());
        save(draft.over(new Books(now.hash(), book.hash())));
        audit.record(
                actor,
                Act.of("policy.draft-laid-again", "law-draft", draft.id())
                        .in(draft.heading().division())
                        .changing("book", draft.books().book(), book.hash()));
    }

    /**
     * Takes the draft back, proposed or not.
     *
     * @throws LawRefused if it is over
     */
    @Transactional
    public LawDraft withdraw(Actor actor, UUID id) {
        var draft = draft(actor, id);
        save(draft.withdrawn(Who.of(actor, clock.instant())));
        audit.record(
                actor,
                Act.of("policy.draft-withdrawn", "law-draft", draft.id())
                        .in(draft.heading().division()));
        return draft;
    }

    void save(LawDraft draft) {
        if (!store.save(draft)) {
            throw new Stale(List.of(), null, null);
        }
    }

    /** What a new program brings along, kept as a draft of the program's for people to decide. */
    void keepOfProgram(LawBook own, String before) {
        var base = inForce.book();
        var merged =
                LawMerge.of(books.loadFiles(before), own.files(), books.loadFiles(base.hash()));
        var book = reading.read(merged.files());
        if (book.hash().equals(base.hash())) {
            return;
        }
        var note = merged.conflicts().isEmpty() ? "" : String.join("、", merged.conflicts());
        add(Actor.program("law"), new Heading("程序新版附带的法规", note, Origin.PROGRAM, null), base, book);
    }
}
