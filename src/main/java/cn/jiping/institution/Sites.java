package cn.jiping.institution;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import cn.jiping.territory.Territories;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 考点: the register of places where examinations are held, kept by the cities. */
@Service
public class Sites {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 200;
    private static final int MOST_SEATS = 500;
    private static final int MOST_ROOMS = 500;

    private final SiteStore store;
    private final Territories territories;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Sites(
            SiteStore store,
            Territories territories,
            AuditTrail audit,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.territories = territories;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * 登记考点.
     *
     * @param clientKey of the form: sent twice, it is one site
     * @throws InvalidInput if it cannot stand
     * @throws SiteRefused if the place has one of that name
     */
    @Transactional
    public SiteId open(Actor actor, SiteDraft draft, String clientKey) {
        var entry = checked(actor, draft);
        var known = store.loadByClientKey(clientKey);
        if (known.isPresent()) {
            return known.get();
        }
        var site = new ExamSite(SiteId.next(), entry, List.of(), null, 0);
        if (!store.insert(site, clientKey, Signature.of(actor, clock.now()))) {
            // the same click may have won by now
            return store.loadByClientKey(clientKey)
                    .orElseThrow(() -> SiteRefused.nameTaken(entry.name()));
        }
        audit.record(
                actor,
                act("site-opened", site)
                        .changing("name", null, entry.name())
                        .changing("address", null, entry.address())
                        .changing("uses", null, entry.uses())
                        .changing("occupations", null, entry.occupations()));
        return site.id();
    }

    private SiteDraft checked(Actor actor, SiteDraft draft) {
        InvalidInput.requireAll(
                () -> requireLine("name", "institution.site-name", draft.name(), LONGEST_NAME),
                () ->
                        requireLine(
                                "address",
                                "institution.site-address",
                                draft.address(),
                                LONGEST_LINE),
                () -> requireUses(draft),
                () -> requirePlace(actor, draft));
        return new SiteDraft(
                draft.division(),
                draft.name().strip(),
                draft.address().strip(),
                draft.uses(),
                draft.occupations().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList());
    }

    private static void requireLine(String field, String code, String text, int longest) {
        var plain = text.strip();
        if (plain.isEmpty()
                || plain.length() > longest
                || plain.chars().anyMatch(Character::isISOControl)) {
            throw InvalidInput.of(field, code, longest);
        }
    }

    private static void requireUses(SiteDraft draft) {
        if (draft.uses().isEmpty()) {
            throw InvalidInput.of("uses", "institution.uses");
        }
        var named = draft.occupations().stream().anyMatch(line -> !line.isBlank());
        if (draft.uses().contains(SiteUse.PRACTICAL) != named) {
            throw InvalidInput.of("occupations", "institution.occupations");
        }
        draft.occupations().stream()
                .filter(line -> !line.isBlank())
                .forEach(line ->
                        requireLine(
                                "occupations", "institution.site-occupation", line, LONGEST_NAME));
    }

    private void requirePlace(Actor actor, SiteDraft draft) {
        if (!actor.scope().covers(draft.division())
                || territories.find(draft.division(), clock.today()).isEmpty()) {
            throw InvalidInput.of("division", "institution.division");
        }
    }

    /** 变更登记. */
    @Transactional
    public void change(Actor actor, SiteId id, SiteDraft draft, int seen) {
        var site = requireOpen(actor, id, seen);
        var entry = checked(actor, draft);
        if (entry.equals(site.entry())) {
            return;
        }
        save(actor, new ExamSite(id, entry, site.rooms(), null, seen));
        audit.record(
                actor,
                act("site-changed", site)
                        .changing("name", site.entry().name(), entry.name())
                        .changing("address", site.entry().address(), entry.address())
                        .changing("uses", site.entry().uses(), entry.uses())
                        .changing("occupations", site.entry().occupations(), entry.occupations()));
    }

    private void save(Actor actor, ExamSite site) {
        if (!store.update(site, Signature.of(actor, clock.now()))) {
            throw changed(site.id());
        }
    }

    private Stale changed(SiteId id) {
        var last = store.loadChanged(id);
        return new Stale(
                List.of(),
                last.map(Signature::name).orElse(null),
                last.map(Signature::at).orElse(null));
    }

    /** 增加考场. */
    @Transactional
    public void addRoom(Actor actor, SiteId id, String name, int seats, int columns, int seen) {
        InvalidInput.requireAll(
                () -> requireLine("room", "institution.room-name", name, LONGEST_NAME),
                () -> requireWithin("seats", seats, MOST_SEATS),
                () -> requireWithin("columns", columns, Math.clamp(seats, 1, MOST_SEATS)));
        var site = requireOpen(actor, id, seen);
        if (site.rooms().size() >= MOST_ROOMS) {
            throw InvalidInput.of("room", "institution.rooms", MOST_ROOMS);
        }
        var room = new ExamRoom(Ids.next(), name.strip(), seats, columns);
        if (site.rooms().stream().anyMatch(other -> other.name().equals(room.name()))) {
            throw SiteRefused.roomTaken(room.name());
        }
        save(actor, new ExamSite(id, site.entry(), site.rooms(), null, seen));
        store.insertRoom(id, room);
        audit.record(actor, act("room-added", site).changing("room", null, written(room)));
    }

    private static void requireWithin(String field, int number, int most) {
        if (number < 1 || number > most) {
            throw InvalidInput.of(field, "institution.number", most);
        }
    }

    private static String written(ExamRoom room) {
        return room.name() + " " + room.seats() + "/" + room.columns();
    }

    /** 撤销考场: arrangements made before keep their seats. */
    @Transactional
    public void removeRoom(Actor actor, SiteId id, UUID room, int seen) {
        var site = requireOpen(actor, id, seen);
        var gone =
                site.rooms().stream()
                        .filter(each -> each.id().equals(room))
                        .findAny()
                        .orElseThrow(() -> new NotFound("room", room));
        save(actor, new ExamSite(id, site.entry(), site.rooms(), null, seen));
        store.deleteRoom(id, room);
        audit.record(actor, act("room-removed", site).changing("room", written(gone), null));
    }

    /** 停用. */
    @Transactional
    public void close(Actor actor, SiteId id, String reason, int seen) {
        requireLine("reason", "institution.closing-reason", reason, LONGEST_LINE);
        var site = requireOpen(actor, id, seen);
        save(actor, new ExamSite(id, site.entry(), site.rooms(), clock.today(), seen));
        audit.record(
                actor,
                act("site-closed", site)
                        .changing("closedOn", null, clock.today())
                        .because(reason.strip()));
        events.publishEvent(new SiteEvent.Closed(id, site.entry().division(), clock.now()));
    }

    private ExamSite requireOpen(Actor actor, SiteId id, int seen) {
        var site = find(actor, id);
        if (!site.inUse()) {
            throw SiteRefused.closed(site.entry().name());
        }
        if (site.version() != seen) {
            throw changed(id);
        }
        return site;
    }

    /**
     * @throws NotFound if there is none inside the actor's scope
     */
    @Transactional(readOnly = true)
    public ExamSite find(Actor actor, SiteId id) {
        return store.load(id)
                .filter(site -> actor.scope().covers(site.entry().division()))
                .orElseThrow(() -> new NotFound("site", id));
    }

    @Transactional(readOnly = true)
    public Slice<SiteRow> list(Actor actor, SiteFilter filter, Paging paging) {
        return store.list(actor.scope(), filter, paging);
    }

    @Transactional(readOnly = true)
    public void export(Actor actor, SiteFilter filter, Consumer<SiteRow> each) {
        store.export(actor.scope(), filter, each);
    }

    private static Act act(String what, ExamSite site) {
        return Act.of("institution." + what, "site", site.id()).in(site.entry().division());
    }
}
