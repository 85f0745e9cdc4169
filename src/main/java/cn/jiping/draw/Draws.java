package cn.jiping.draw;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.Progress.Cause;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 随机抽取: announce, commit, fix the public value, reveal, draw, replace; each step may be repeated
 * without doing it twice. Whoever wants to check repeats the draw from {@link #record}.
 */
@Service
public class Draws {
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_VALUE = 200;

    private final DrawStore store;
    private final DrawListStore lists;
    private final Announcing announcing;
    private final CitableLaw law;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Draws(
            DrawStore store,
            DrawListStore lists,
            Announcing announcing,
            CitableLaw law,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.lists = lists;
        this.announcing = announcing;
        this.law = law;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** What a draw of the actor's places may rest on today. */
    public List<CitableLaw.Document> citable(Actor actor) {
        return law.inForce(actor.scope(), clock.today());
    }

    /** What keeps the announcement from being made; empty if nothing does. */
    public List<Fault> faults(DrawAnnouncement draft) {
        return announcing.faults(draft, now());
    }

    /**
     * @throws InvalidInput with every fault
     * @throws DrawRefused if the actor may not lead it, the subject has a running draw, or an
     *     earlier one is not named
     */
    @Transactional
    public DrawId announce(Actor actor, DrawAnnouncement given) {
        if (!Seating.mayLead(actor, given.heading())) {
            throw DrawRefused.mayNotLead();
        }
        requireLine("clientKey", given.clientKey());
        return announcing.announce(actor, given, now());
    }

    /**
     * Binds a party to the secret behind the value.
     *
     * @param value {@link #commitment} of the secret, or made by the party on a machine of its own
     */
    @Transactional
    public void commit(Actor actor, DrawId id, Party party, String value) {
        if (!Sha256.isOne(value)) {
            throw InvalidInput.of("commitment", "draw.commitment");
        }
        var draw = lock(actor, id);
        var now = now();
        if (draw.commit(party, value, actor, now)) {
            save(
                    actor,
                    draw,
                    now,
                    act("committed", draw).changing("commitment." + party, null, value),
                    new DrawEvent.Committed(id, subject(draw), now, party));
        }
    }

    /** The value a party commits to with this secret in this draw; keeps nothing. */
    public String commitment(Actor actor, DrawId id, Party party, Secret secret) {
        return Formulas.commitment(require(actor, id).hash(), party, secret);
    }

    /**
     * 登记公开随机数.
     *
     * @param reference where exactly it was published, such as the number of the issue
     */
    @Transactional
    public void fixPublicValue(Actor actor, DrawId id, String value, String reference) {
        requireLine("value", value);
        requireLine("reference", reference);
        var draw = requireLed(actor, lock(actor, id));
        var now = now();
        if (draw.fix(value, reference, actor, now)) {
            save(
                    actor,
                    draw,
                    now,
                    act("value-fixed", draw)
                            .changing("publicValue", null, value)
                            .changing("reference", null, reference),
                    new DrawEvent.ValueFixed(id, subject(draw), now));
        }
    }

    /**
     * What would keep {@link #fixPublicValue} from being taken; changes nothing.
     *
     * @throws InvalidInput if value or reference cannot stand
     * @throws DrawRefused if it is not the time, or another value stands
     */
    @Transactional(readOnly = true)
    public void checkPublicValue(Actor actor, DrawId id, String value, String reference) {
        requireLine("value", value);
        requireLine("reference", reference);
        requireLed(actor, require(actor, id)).fix(value, reference, actor, now());
    }

    /** 公布密数. The secret shows to others only when both parties gave theirs. */
    @Transactional
    public void reveal(Actor actor, DrawId id, Party party, Secret secret) {
        var draw = lock(actor, id);
        var now = now();
        if (draw.reveal(party, secret, actor, now)) {
            save(
                    actor,
                    draw,
                    now,
                    act("revealed", draw).changing("revealed", null, party),
                    new DrawEvent.Revealed(id, subject(draw), now, party));
        }
    }

    /** 抽取. */
    @Transactional
    public void draw(Actor actor, DrawId id) {
        perform(actor, requireLed(actor, lock(actor, id)));
    }

    private void perform(Actor actor, Draw draw) {
        var now = now();
        if (!draw.draw(now)) {
            return;
        }
        var verification = DrawVerification.of(RecordJson.of(draw).canonical());
        if (!verification.agrees() || !verification.complete()) {
            throw new IllegalStateException(
                    "Draw " + draw.id() + " cannot be repeated: " + verification.checks());
        }
        var outcome = draw.progress().outcome();
        var drawn = outcome == null ? List.<Pick>of() : outcome.drawn();
        var alternates = outcome == null ? List.<Pick>of() : outcome.alternates();
        save(
                actor,
                draw,
                now,
                act("drawn", draw)
                        .changing("drawn", null, numbers(drawn))
                        .changing("alternates", null, numbers(alternates)),
                new DrawEvent.Drawn(
                        draw.id(), subject(draw), now, numbers(drawn), numbers(alternates)));
    }

    /**
     * 递补: takes the next alternate in drawn order.
     *
     * @param note for the file; it is not published
     */
    @Transactional
    public void replace(Actor actor, DrawId id, String leaving, Cause cause, String note) {
        if (!note.isEmpty() && !AnnouncementFaults.printable(note, LONGEST_NOTE)) {
            throw InvalidInput.of("note", "draw.line", LONGEST_NOTE);
        }
        var draw = requireLed(actor, lock(actor, id));
        var now = now();
        draw.replace(leaving, cause, note, actor, now)
                .ifPresent(replacement ->
                        save(
                                actor,
                                draw,
                                now,
                                act("replaced", draw)
                                        .changing("leaving", leaving, null)
                                        .changing("entering", null, replacement.entering())
                                        .because(cause + (note.isEmpty() ? "" : " " + note)),
                                new DrawEvent.Replaced(
                                        id,
                                        subject(draw),
                                        now,
                                        leaving,
                                        replacement.entering(),
                                        cause)));
    }

    /**
     * @param reason is published
     */
    @Transactional
    public void cancel(Actor actor, DrawId id, String reason) {
        if (!AnnouncementFaults.printable(reason, LONGEST_VALUE)) {
            throw InvalidInput.of("reason", "draw.reason");
        }
        var draw = requireLed(actor, lock(actor, id));
        var now = now();
        if (draw.cancel(reason, actor, now)) {
            saveEnded(actor, draw, now, act("cancelled", draw).because(reason));
        }
    }

    /** Does what a deadline demands: fails openly, or draws what only waits to be drawn. */
    @Transactional
    void meetDeadline(DrawId id) {
        var program = Actor.program("draw.deadlines");
        var draw = lock(program, id);
        var now = now();
        if (draw.failIfOverdue(program, now)) {
            var ending = draw.progress().ending();
            var kind = ending == null ? "" : ending.kind() + " " + ending.missing();
            saveEnded(program, draw, now, act("failed", draw).because(kind.strip()));
        } else if (draw.status() == DrawStatus.REVEALED) {
            perform(program, draw);
        }
    }

    private void saveEnded(Actor actor, Draw draw, Instant now, Act act) {
        var ending = draw.progress().ending();
        if (ending == null) {
            throw new IllegalStateException("Draw " + draw.id() + " has not ended");
        }
        save(
                actor,
                draw,
                now,
                act,
                new DrawEvent.Ended(draw.id(), subject(draw), now, ending.kind()));
    }

    private void save(Actor actor, Draw draw, Instant now, Act act, DrawEvent event) {
        store.update(draw, Signature.of(actor, now));
        audit.record(actor, act.changing("status", null, draw.status()));
        events.publishEvent(event);
    }

    /**
     * @throws NotFound if there is none in the actor's scope
     */
    @Transactional(readOnly = true)
    public DrawView find(Actor actor, DrawId id) {
        var draw = require(actor, id);
        return DrawViews.inside(draw, store.loadAnnouncer(id), store.loadNames(id), now());
    }

    /**
     * What everybody may see: no officers, and names only of those drawn and only where the purpose
     * publishes them; before the pool is open nothing but hashes, commitments and terms.
     */
    @Transactional(readOnly = true)
    public DrawView published(DrawId id) {
        var draw = store.load(id).orElseThrow(() -> new NotFound("draw", id));
        var names =
                draw.announced().heading().namesPublished()
                        ? store.loadNames(id)
                        : Map.<String, String>of();
        return DrawViews.outside(draw, names, now());
    }

    /**
     * 抽取记录: the canonical JSON that anyone may repeat.
     *
     * @throws NotFound if there is none, or it is not open to everybody yet and lies outside the
     *     actor's scope
     */
    @Transactional(readOnly = true)
    public String record(Actor actor, DrawId id) {
        var draw = store.load(id).orElseThrow(() -> new NotFound("draw", id));
        return RecordJson.of(DrawViews.open(draw, now()) ? draw : require(actor, id)).canonical();
    }

    public Slice<DrawRow> list(Actor actor, DrawFilter filter, Paging paging) {
        return lists.list(actor.scope(), filter, paging);
    }

    public void export(Actor actor, DrawFilter filter, Consumer<DrawRow> each) {
        lists.export(actor.scope(), filter, each);
    }

    /** Those open to everybody. */
    public Slice<DrawRow> listPublished(DrawFilter filter, Paging paging) {
        return lists.list(Scope.all(), filter.openAt(now()), paging);
    }

    /** Whether the actor may act for the party, as far as the seat goes. */
    public boolean maySit(Actor actor, DrawView draw, Party party) {
        return Seating.maySit(
                actor,
                draw.announcement().seats().of(party).sitter(),
                draw.announcement().heading());
    }

    public boolean mayLead(Actor actor, DrawView draw) {
        return Seating.mayLead(actor, draw.announcement().heading());
    }

    private Draw require(Actor actor, DrawId id) {
        return store.find(actor.scope(), id).orElseThrow(() -> new NotFound("draw", id));
    }

    /** Held for the caller's transaction, so that a second click finds what the first did. */
    private Draw lock(Actor actor, DrawId id) {
        return store.lock(actor.scope(), id).orElseThrow(() -> new NotFound("draw", id));
    }

    private static Draw requireLed(Actor actor, Draw draw) {
        if (!Seating.mayLead(actor, draw.announced().heading())) {
            throw DrawRefused.mayNotLead();
        }
        return draw;
    }

    private static void requireLine(String field, String text) {
        if (!AnnouncementFaults.printable(text, LONGEST_VALUE)) {
            throw InvalidInput.of(field, "draw.line", LONGEST_VALUE);
        }
    }

    private static List<String> numbers(List<Pick> picks) {
        return picks.stream().map(Pick::number).collect(Collectors.toList());
    }

    private static DrawAnnouncement.Subject subject(Draw draw) {
        return draw.announced().heading().subject();
    }

    static Act act(String code, Draw draw) {
        var heading = draw.announced().heading();
        return Act.of("draw." + code, "draw", draw.id())
                .in(heading.place().division())
                .at(heading.place().body());
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
