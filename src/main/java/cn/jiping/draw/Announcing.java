package cn.jiping.draw;

import cn.jiping.audit.AuditTrail;
import cn.jiping.draw.DrawAnnouncement.Heading;
import cn.jiping.draw.DrawAnnouncement.Times;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 公告抽取: once per request of a client, and after an earlier draw only if that is named. */
@Component
class Announcing {
    private final DrawStore store;
    private final Citations citations;
    private final AuditTrail audit;
    private final DrawLimits limits;
    private final ApplicationEventPublisher events;

    Announcing(
            DrawStore store,
            Citations citations,
            AuditTrail audit,
            DrawLimits limits,
            ApplicationEventPublisher events) {
        this.store = store;
        this.citations = citations;
        this.audit = audit;
        this.limits = limits;
        this.events = events;
    }

    List<Fault> faults(DrawAnnouncement draft, Instant now) {
        return Stream.concat(
                        AnnouncementFaults.of(draft, limits, now).stream(),
                        citations.faults(draft, now).stream())
                .toList();
    }

    DrawId announce(Actor actor, DrawAnnouncement given, Instant now) {
        var client = new DrawStore.ClientKey(client(actor), given.clientKey());
        var before = store.loadAnnouncedBy(client);
        if (before.isPresent()) {
            return before.get();
        }
        var draft = inMillis(given);
        var faults = faults(draft, now);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        var latest = store.loadLatest(draft.heading()).orElse(null);
        var meanwhile = store.loadAnnouncedBy(client); // the same click may have won by now
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        requirePredecessor(draft.heading(), latest);
        var draw = Draw.announce(Announced.of(DrawId.next(), now, draft));
        var by = Signature.of(actor, now);
        if (!store.insert(draw, by, client, names(draft))) {
            return store.loadAnnouncedBy(client)
                    .orElseThrow(() -> DrawRefused.alreadyRunning(draft.heading().subject().id()));
        }
        audit.record(
                actor,
                Draws.act("announced", draw)
                        .changing("number", null, draw.announced().number())
                        .changing("announcementHash", null, draw.hash()));
        events.publishEvent(new DrawEvent.Announced(draw.id(), draft.heading().subject(), now));
        return draw.id();
    }

    private static void requirePredecessor(Heading heading, @Nullable Draw latest) {
        var named = heading.predecessor();
        if (latest != null && latest.status().running()) {
            throw DrawRefused.alreadyRunning(latest.announced().number());
        }
        if (latest != null && named == null) {
            throw DrawRefused.predecessorNotNamed(latest.announced().number());
        }
        if (named != null && (latest == null || !latest.id().equals(named.draw()))) {
            throw DrawRefused.notThePredecessor();
        }
    }

    private static String client(Actor actor) {
        var account = actor.account();
        return account == null ? "program" : account.toString();
    }

    /** The database keeps microseconds; a record says no more than milliseconds. */
    private static DrawAnnouncement inMillis(DrawAnnouncement draft) {
        var times = draft.times();
        return new DrawAnnouncement(
                draft.heading(),
                new Times(
                        times.commitBy().truncatedTo(ChronoUnit.MILLIS),
                        times.publicValueFrom().truncatedTo(ChronoUnit.MILLIS),
                        times.revealBy().truncatedTo(ChronoUnit.MILLIS),
                        times.openFrom().truncatedTo(ChronoUnit.MILLIS)),
                draft.seats(),
                draft.publicSource(),
                draft.rules(),
                draft.pool(),
                draft.clientKey());
    }

    private static Map<String, String> names(DrawAnnouncement draft) {
        var names = new HashMap<String, String>();
        draft.pool().entries().forEach(entry -> names.put(entry.number(), entry.name()));
        draft.pool().exclusions().forEach(entry -> names.put(entry.number(), entry.name()));
        return names;
    }
}
