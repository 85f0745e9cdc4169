package cn.jiping.audit;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 审计记录: where every act is written, in the transaction of the act itself. ID numbers and phones
 * come in masked; the trail is no second place to read them.
 */
@Service
public class AuditTrail {
    private static final int EXPORT_PIECE = 1000;

    private final ActStore acts;
    private final ActsUntilCommit untilCommit;
    private final Clock clock;
    private final BusinessClock businessClock;
    private final AuditSettings settings;

    AuditTrail(
            ActStore acts,
            ActsUntilCommit untilCommit,
            Clock clock,
            BusinessClock businessClock,
            AuditSettings settings) {
        this.acts = acts;
        this.untilCommit = untilCommit;
        this.clock = clock;
        this.businessClock = businessClock;
        this.settings = settings;
    }

    /**
     * Writes the act as the transaction commits that does it, inside which this must be called; not
     * to be read in the trail before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, Act act) {
        var payload = Payload.of(actor, act);
        untilCommit.add(
                new ActStore.Unwritten(
                        new RecordedAct(
                                ActId.next().value(),
                                times(),
                                RecordedAct.Doer.of(actor),
                                StorableText.of(act.code()),
                                RecordedAct.Subject.of(act),
                                payload.digest()),
                        payload));
    }

    /** What somebody takes along: a list as a workbook, or a document as a PDF. */
    public enum Taken {
        LIST,
        DOCUMENT;

        private Act act(String address) {
            return switch (this) {
                case LIST -> Act.of("list.exported", "list", address);
                case DOCUMENT -> Act.of("document.downloaded", "document", address);
            };
        }
    }

    /**
     * 导出和下载: a list or a document was taken along. In a transaction of its own, since reading has
     * none or one that cannot write.
     *
     * @param address of the list or the document
     * @param file what the file is called
     * @param filter what was asked for, by the name of the field
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordTaken(
            Actor actor,
            Taken taken,
            String address,
            String file,
            SortedMap<String, String> filter) {
        var asked =
                filter.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining(" "));
        record(
                actor,
                taken.act(address)
                        .in(seat(actor.scope()))
                        .at(actor.scope().bodies().stream().findFirst().orElse(null))
                        .changing("file", null, file)
                        .changing("filter", null, asked.isEmpty() ? null : Masked.text(asked)));
    }

    // a place's code comes before the codes of the places in it
    private static @Nullable DivisionCode seat(Scope scope) {
        return scope.divisions().stream()
                .min(Comparator.comparing(DivisionCode::value))
                .orElse(null);
    }

    private RecordedAct.Times times() {
        var now = now();
        return new RecordedAct.Times(
                LocalDate.ofInstant(now, BusinessClock.ZONE),
                now,
                businessClock.now().truncatedTo(ChronoUnit.MICROS));
    }

    // PostgreSQL keeps microseconds; more would make the stored row differ from the hashed one
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** 经过: what was done to one subject, newest first, as far as the scope reaches. */
    @Transactional(readOnly = true)
    public List<ActView> history(Scope scope, String subjectType, Object subjectId) {
        return acts
                .list(
                        scope,
                        ActFilter.ofSubject(subjectType, subjectId.toString()),
                        new Paging(1, settings.historyUpTo()))
                .stream()
                .map(StoredAct::view)
                .toList();
    }

    /** A page of acts; the total stops at {@link #countedUpTo}. */
    @Transactional(readOnly = true)
    public Slice<ActView> page(Scope scope, ActFilter filter, Paging paging) {
        var rows = acts.list(scope, filter, paging).stream().map(StoredAct::view).toList();
        return new Slice<>(rows, acts.count(scope, filter, settings.countUpTo()), paging);
    }

    /** Where lists stop counting, since counting millions helps nobody. */
    public int countedUpTo() {
        return settings.countUpTo();
    }

    /** Every act of the filter up to a limit, fetched as they are asked for. */
    public Iterator<ActView> export(Scope scope, ActFilter filter) {
        return Stream.iterate(
                        acts.export(scope, filter, null, EXPORT_PIECE),
                        piece -> !piece.isEmpty(),
                        piece -> acts.export(scope, filter, piece.getLast().act(), EXPORT_PIECE))
                .flatMap(List::stream)
                .limit(settings.exportUpTo())
                .map(StoredAct::view)
                .iterator();
    }

    /**
     * @throws NotFound if there is no such act in the scope
     */
    @Transactional(readOnly = true)
    public ActView act(Scope scope, ActId id) {
        return acts.find(scope, id).orElseThrow(() -> new NotFound("act", id)).view();
    }

    /**
     * Erases the personal payload of an act because its term has ended; the seal stays valid. Says
     * in the trail itself that it was done.
     *
     * @param term the clause or term by which it must go
     * @throws NotFound if there is no such act in the actor's scope, or nothing left to erase
     */
    @Transactional
    public void erase(Actor actor, ActId id, String reason, String term) {
        var act = acts.find(actor.scope(), id).orElseThrow(() -> new NotFound("act", id)).act();
        var erasure = new Erasure(now(), actor.name(), reason, term);
        if (!acts.erase(id, erasure, actor.account())) {
            throw new NotFound("payload of act", id);
        }
        record(
                actor,
                Act.of("audit.payload-erased", "act", id)
                        .changing("act", null, act.code())
                        .changing("term", null, term)
                        .because(reason));
    }
}
