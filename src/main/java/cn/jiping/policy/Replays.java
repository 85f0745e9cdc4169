package cn.jiping.policy;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 重判: every decision that a draft would decide otherwise. Asked for on a page, done in the
 * background by whichever process comes to it, and kept.
 */
@Service
public class Replays {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final int EXPORT_PIECE = 1000;

    private final ReplayStore store;
    private final DecisionStore decisions;
    private final LawVersionStore versions;
    private final LawDrafts drafts;
    private final BookInForce books;
    private final DraftBooks reading;
    private final Calendars calendars;
    private final Policies policies;
    private final ReasonTexts texts;
    private final LawSettings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate step;
    private @Nullable Pair pair;

    Replays(
            ReplayStore store,
            DecisionStore decisions,
            LawVersionStore versions,
            LawDrafts drafts,
            BookInForce books,
            DraftBooks reading,
            Calendars calendars,
            Policies policies,
            ReasonTexts texts,
            LawSettings settings,
            AuditTrail audit,
            Clock clock,
            TransactionTemplate step) {
        this.store = store;
        this.decisions = decisions;
        this.versions = versions;
        this.drafts = drafts;
        this.books = books;
        this.reading = reading;
        this.calendars = calendars;
        this.policies = policies;
        this.texts = texts;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.step = step;
    }

    /** Both books of a replay, read once for as long as it goes on. */
    private record Pair(LawDraft.Books of, Rejudging rejudging) {}

    /** 重判后新作的决定: how many there are, and whether an activation would judge them itself. */
    public record Newcomers(long number, boolean tooMany) {}

    /**
     * Asks for the stored decisions that the filter takes to be judged again.
     *
     * @throws LawRefused if the draft is over, lies over another book, or is being replayed
     */
    @Transactional
    public Replay ask(Actor actor, UUID draft, DecisionFilter filter) {
        var last = newest();
        var total = decisions.loadNumberUpTo(last, filter);
        return begin(actor, draft, new Replay.Over(null, filter, last), total);
    }

    /** The newest decision with none before it on its way; decisions wait for this alone. */
    private UUID newest() {
        var apart = new TransactionTemplate(Objects.requireNonNull(step.getTransactionManager()));
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return Objects.requireNonNull(
                apart.execute(_ -> {
                    versions.lockAgainstDecisions();
                    return decisions.loadLast().orElse(BEFORE_ALL);
                }));
    }

    /**
     * Lets the whole replay of the draft go on with what was decided since, and with nothing else.
     *
     * @throws LawRefused if there is no whole one, or the draft is over, lies over another book, or
     *     is being replayed
     */
    @Transactional
    public Replay bringUpToDate(Actor actor, UUID id) {
        var draft = open(actor, id);
        var whole = whole(draft).orElseThrow(LawRefused::notReplayed);
        if (store.loadOfDraft(id).stream().anyMatch(Replay::running)) {
            throw LawRefused.replayRunning();
        }
        var last = newest();
        var more = decisions.loadNumberAfter(whole.progress().position(), last);
        if (!store.save(whole.upTo(last, more))) {
            throw LawRefused.replayRunning();
        }
        audit.record(
                actor,
                Act.of("policy.replay-continued", "law-draft", id)
                        .in(draft.heading().division())
                        .changing("replay", null, whole.id())
                        .changing("decisions", null, more));
        return whole;
    }

    /** What was decided since a whole replay looked for decisions. */
    @Transactional(readOnly = true)
    public Newcomers newcomers(Replay whole) {
        var number = decisions.loadNumberAfter(whole.progress().position(), AFTER_ALL);
        return new Newcomers(number, number > settings.newcomers());
    }

    /**
     * @throws LawRefused if the draft was not replayed whole, or too much was decided since
     */
    void requireReplayed(LawDraft draft) {
        var newcomers = newcomers(whole(draft).orElseThrow(LawRefused::notReplayed));
        if (newcomers.tooMany()) {
            throw LawRefused.newcomers(newcomers.number());
        }
    }

    /**
     * Judges in the caller's transaction what was decided since the whole replay of the draft;
     * until it ends nothing else is decided.
     *
     * @throws LawRefused if the draft was not replayed whole, or too much was decided since
     */
    void judgeNewcomers(LawDraft draft) {
        versions.lockAgainstDecisions();
        requireReplayed(draft);
        var whole = whole(draft).orElseThrow();
        var items =
                decisions
                        .loadAfter(
                                whole.progress().position(),
                                AFTER_ALL,
                                DecisionFilter.ALL,
                                settings.newcomers())
                        .stream()
                        .map(ReplayItem::of)
                        .toList();
        if (!items.isEmpty()
                && !judge(whole.upTo(items.getLast().id(), items.size()), items, true)) {
            throw LawRefused.replayRunning();
        }
    }

    /**
     * Asks for the cases of a file to be judged.
     *
     * @throws LawFaulty naming the lines that are no cases
     * @throws LawRefused if the draft is over, lies over another book, or is being replayed
     */
    @Transactional
    public Replay askCases(Actor actor, UUID draft, String file, byte[] content) {
        var cases = cases(file, content, actor);
        var replay =
                begin(
                        actor,
                        draft,
                        new Replay.Over(file, DecisionFilter.ALL, AFTER_ALL),
                        cases.size());
        store.addCases(replay.id(), cases);
        return replay;
    }

    private List<ReplayItem> cases(String file, byte[] content, Actor actor) {
        if (content.length > settings.archiveBytes()) {
            throw LawFaulty.of(LawFault.of(file, "too-large"));
        }
        return new CaseFile(policies, file, settings.cases())
                .read(content, Touched.province(actor.scope()));
    }

    private Replay begin(Actor actor, UUID id, Replay.Over over, long total) {
        var draft = open(actor, id);
        var replay =
                new Replay(
                        Ids.next(),
                        id,
                        draft.books(),
                        over,
                        new Replay.Asked(
                                actor.name(), Touched.province(actor.scope()), clock.instant()),
                        new Replay.Progress(BEFORE_ALL, total, Replay.Counts.NONE, false, null, 0));
        if (!store.add(replay)) {
            throw LawRefused.replayRunning();
        }
        audit.record(
                actor,
                Act.of("policy.replay-asked", "law-draft", id)
                        .in(draft.heading().division())
                        .changing("replay", null, replay.id())
                        .changing("decisions", null, total));
        return replay;
    }

    private LawDraft open(Actor actor, UUID id) {
        var draft = drafts.draft(actor, id);
        if (draft.state().ended()) {
            throw LawRefused.draftEnded();
        }
        if (!drafts.overTheBookInForce(draft)) {
            throw LawRefused.bookChanged();
        }
        return draft;
    }

    /**
     * @throws NotFound if there is none inside the actor's scope
     */
    @Transactional(readOnly = true)
    public Replay replay(Actor actor, UUID id) {
        return store.find(actor.scope(), id).orElseThrow(() -> new NotFound("replay", id));
    }

    /** All replays of a draft, newest first. */
    @Transactional(readOnly = true)
    public List<Replay> of(Actor actor, UUID draft) {
        return store.loadOfDraft(drafts.draft(actor, draft).id());
    }

    /** The whole replay of exactly this draft over exactly the book it lies over, if it is done. */
    @Transactional(readOnly = true)
    public Optional<Replay> whole(LawDraft draft) {
        return store.loadOfDraft(draft.id()).stream()
                .filter(replay -> replay.whole() && replay.books().equals(draft.books()))
                .findFirst();
    }

    /**
     * @throws LawRefused if it has ended
     */
    @Transactional
    public void stop(Actor actor, UUID id) {
        var replay = replay(actor, id);
        if (!store.save(replay.stopped(clock.instant()))) {
            throw new Stale(List.of(), null, null);
        }
        audit.record(
                actor,
                Act.of("policy.replay-stopped", "law-draft", replay.draft())
                        .in(replay.asked().division())
                        .changing("replay", id, id));
    }

    @Transactional(readOnly = true)
    public Slice<ReplayDifference> differences(
            Actor actor, UUID id, DifferenceFilter filter, Paging paging) {
        return store.list(actor.scope(), replay(actor, id).id(), filter, paging);
    }

    /** All differences that the filter takes, piece by piece. */
    public Iterator<ReplayDifference> export(Actor actor, UUID id, DifferenceFilter filter) {
        replay(actor, id);
        return new Pieces<>(last ->
                store.export(
                        actor.scope(), id, filter, last == null ? 0 : last.number(), EXPORT_PIECE));
    }

    /** Goes on with what was asked for, as long as one pass may take. */
    void advance() {
        var until = System.nanoTime() + settings.pass().toNanos();
        while (advanceOnce() && System.nanoTime() - until < 0) {}
    }

    /** One piece in one transaction; a kill loses nothing else. */
    boolean advanceOnce() {
        return Boolean.TRUE.equals(
                step.execute(status -> {
                    var waiting = store.loadWaiting();
                    if (waiting.isEmpty()) {
                        return false;
                    }
                    if (!advance(waiting.get())) {
                        status.setRollbackOnly();
                    }
                    return true;
                }));
    }

    private boolean advance(Replay replay) {
        var items = next(replay);
        return judge(replay, items, items.size() < settings.batch());
    }

    private boolean judge(Replay replay, List<ReplayItem> items, boolean done) {
        var rejudging = rejudging(replay.books());
        var found = new ArrayList<ReplayDifference>();
        var outdated = 0;
        for (var item : items) {
            var judged = rejudging.judge(item);
            judged.difference().ifPresent(found::add);
            outdated += judged.outdated() ? 1 : 0;
        }
        store.addDifferences(replay.id(), replay.progress().counts().differing(), found);
        return store.save(
                replay.moved(
                        items.isEmpty() ? replay.progress().position() : items.getLast().id(),
                        replay.progress().counts().plus(items.size(), found.size(), outdated),
                        done ? clock.instant() : null));
    }

    private List<ReplayItem> next(Replay replay) {
        var over = replay.over();
        var position = replay.progress().position();
        return over.cases()
                ? store.loadCasesAfter(replay, position, settings.batch())
                : decisions
                        .loadAfter(position, over.last(), over.filter(), settings.batch())
                        .stream()
                        .map(ReplayItem::of)
                        .toList();
    }

    private Rejudging rejudging(LawDraft.Books of) {
        var last = pair;
        if (last == null || !last.of().equals(of)) {
            var days = calendars.workingDays();
            last =
                    new Pair(
                            of,
                            new Rejudging(
                                    policies,
                                    texts,
                                    books.kept(of.base()).with(days),
                                    books.kept(of.book()).with(days)));
            pair = last;
        }
        return last.rejudging();
    }

    /**
     * Judges everything stored, or the cases of a file, by the files of a folder laid over the book
     * in force, for the command; nothing is kept.
     *
     * @throws LawFaulty if the files or the cases are wrong
     */
    Trial trial(Path folder, @Nullable Path file, byte @Nullable [] cases) {
        var base = books.book();
        var book = reading.laidOver(base, LawFiles.in(folder, settings));
        var rejudging = new Rejudging(policies, texts, base, book);
        if (file != null && cases != null) {
            var items = cases(file.getFileName().toString(), cases, Actor.program("replay"));
            return new Trial(rejudging, items.iterator());
        }
        var last = decisions.loadLast().orElse(BEFORE_ALL);
        Iterator<Decision> stored =
                new Pieces<>(before ->
                        decisions.loadAfter(
                                before == null ? null : before.id(),
                                last,
                                DecisionFilter.ALL,
                                settings.batch()));
        return new Trial(rejudging, Pieces.map(stored, ReplayItem::of));
    }
}
