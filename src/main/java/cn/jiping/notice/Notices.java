package cn.jiping.notice;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Slice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 通知: sends messages, keeps everybody's inbox and preferences, and shows what failed. */
@Service
public class Notices {
    private static final int EXPORT_PIECE = 1000;

    private final NoticeStore messages;
    private final DeliveryStore deliveries;
    private final Recipients recipients;
    private final NoticeTexts texts;
    private final NoticeSettings settings;
    private final AuditTrail audit;
    private final BusinessClock businessClock;
    private final Clock systemClock;

    Notices(
            NoticeStore messages,
            DeliveryStore deliveries,
            Recipients recipients,
            NoticeTexts texts,
            NoticeSettings settings,
            AuditTrail audit,
            BusinessClock businessClock,
            Clock systemClock) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.texts = texts;
        this.settings = settings;
        this.audit = audit;
        this.businessClock = businessClock;
        this.systemClock = systemClock;
    }

    /**
     * Puts the message into every recipient's inbox and the outbox, in the caller's transaction.
     * The act that sends it is what the audit holds. Returns how many recipients got it now.
     */
    @Transactional
    public int send(NoticeDraft draft) {
        return send(List.of(draft));
    }

    /**
     * The same for several drafts, in a handful of statements however many they are; whoever tells
     * very many hands them in piece by piece.
     */
    @Transactional
    public int send(List<NoticeDraft> drafts) {
        var told = drafts.isEmpty() ? List.<Told>of() : told(drafts);
        if (told.isEmpty()) {
            return 0;
        }
        var added = messages.add(told.stream().map(Told::message).toList(), businessClock.now());
        deliver(told, added);
        return added.size();
    }

    /** One addressee and what they are told. */
    private record Told(Addressee addressee, NoticeStore.Posted message) {}

    private List<Told> told(List<NoticeDraft> drafts) {
        var asked = persons(drafts);
        var persons = asked.size() > 1 ? recipients.of(asked) : Map.<PersonId, List<Addressee>>of();
        return drafts.stream()
                .flatMap(draft -> {
                    var text = texts.write(draft);
                    return draft.recipients().stream()
                            .flatMap(recipient -> addressees(recipient, persons).stream())
                            .distinct()
                            .map(to ->
                                    new Told(
                                            to,
                                            new NoticeStore.Posted(
                                                    to.owner(), NoticeId.next(), draft, text)));
                })
                .toList();
    }

    private static Set<PersonId> persons(List<NoticeDraft> drafts) {
        return drafts.stream()
                .flatMap(draft -> draft.recipients().stream())
                .filter(Recipient.OfPerson.class::isInstance)
                .map(recipient -> ((Recipient.OfPerson) recipient).person())
                .collect(Collectors.toSet());
    }

    private List<Addressee> addressees(
            Recipient recipient, Map<PersonId, List<Addressee>> persons) {
        return recipient instanceof Recipient.OfPerson(var person) && persons.containsKey(person)
                ? persons.getOrDefault(person, List.of())
                : recipients.of(recipient);
    }

    private void deliver(List<Told> told, Map<NoticeId, Set<Preference>> added) {
        var waiting =
                told.stream()
                        .filter(one -> added.containsKey(one.message().id()))
                        .flatMap(one ->
                                waiting(one, added.getOrDefault(one.message().id(), Set.of())))
                        .toList();
        if (!waiting.isEmpty()) {
            deliveries.add(waiting, systemClock.instant());
        }
    }

    private Stream<DeliveryStore.Added> waiting(Told told, Set<Preference> chosen) {
        var draft = told.message().draft();
        return draft.template().channels().stream()
                .sorted()
                .filter(channel ->
                        preference(draft.template().category(), channel, chosen).wanted())
                .map(channel ->
                        new DeliveryStore.Added(
                                DeliveryId.next(),
                                told.addressee(),
                                told.message().id(),
                                texts.write(draft, told.message().text(), channel)));
    }

    @Transactional(readOnly = true)
    public Slice<NoticeView> inbox(Actor actor, InboxSearch search, Paging paging) {
        return messages.inbox(owners(actor), search, paging);
    }

    @Transactional(readOnly = true)
    public long unread(Actor actor) {
        return actor.signedIn() ? messages.unread(owners(actor)) : 0;
    }

    /**
     * The message, from now on read. Not audited: whether one has read one's own mail concerns
     * nobody else.
     *
     * @throws NotFound if it is not the actor's
     */
    @Transactional
    public NoticeView read(Actor actor, NoticeId id) {
        var view = messages.open(owners(actor), id).orElseThrow(() -> new NotFound("notice", id));
        messages.markRead(owners(actor), id, businessClock.now());
        return view;
    }

    @Transactional
    public int readAll(Actor actor) {
        return messages.markAllRead(owners(actor), businessClock.now());
    }

    private static Collection<UUID> owners(Actor actor) {
        var owners = new ArrayList<UUID>();
        owners.add(actor.requireAccount().value());
        var person = actor.person();
        if (person != null) {
            owners.add(person.value());
        }
        return owners;
    }

    /** What the actor gets outside the platform, category by category. */
    @Transactional(readOnly = true)
    public List<Preference> preferences(Actor actor) {
        return preferences(actor.requireAccount().value());
    }

    private List<Preference> preferences(UUID owner) {
        var chosen = messages.chosen(owner);
        return Arrays.stream(NoticeCategory.values())
                .flatMap(category ->
                        Arrays.stream(Channel.values())
                                .map(channel -> preference(category, channel, chosen)))
                .toList();
    }

    private static Preference preference(
            NoticeCategory category, Channel channel, Set<Preference> chosen) {
        var turnedOn = chosen.contains(new Preference(category, channel, true));
        var turnedOff = chosen.contains(new Preference(category, channel, false));
        var on = turnedOn || (category.onByDefault(channel) && !turnedOff);
        return new Preference(category, channel, on || category.fixed());
    }

    /**
     * @throws NoticeRefused if one of them would switch off what cannot be switched off
     */
    @Transactional
    public void prefer(Actor actor, Collection<Preference> wanted) {
        if (wanted.stream().anyMatch(preference -> preference.fixed() && !preference.wanted())) {
            throw NoticeRefused.cannotBeSwitchedOff();
        }
        var account = actor.requireAccount();
        var before = new LinkedHashSet<>(preferences(account.value()));
        var changed =
                wanted.stream()
                        .distinct()
                        .filter(preference -> !before.contains(preference))
                        .toList();
        if (!changed.isEmpty()) {
            changed.forEach(preference -> messages.choose(account, preference));
            audit.record(actor, changedPreferences(account, changed));
        }
    }

    private static Act changedPreferences(AccountId account, List<Preference> changed) {
        var act = Act.of("notice.preferences-changed", "account", account);
        for (var preference : changed) {
            act = act.changing(preference.name(), !preference.wanted(), preference.wanted());
        }
        return act;
    }

    /** For administrators: what went out by e-mail and SMS and what did not, newest first. */
    @Transactional(readOnly = true)
    public Slice<DeliveryView> deliveries(Actor actor, DeliverySearch search, Paging paging) {
        return deliveries.page(actor.scope(), search, paging);
    }

    /** The same up to a limit, fetched as they are asked for. */
    public Iterator<DeliveryView> exportDeliveries(Actor actor, DeliverySearch search) {
        return Stream.iterate(
                        deliveries.export(actor.scope(), search, null, EXPORT_PIECE),
                        piece -> !piece.isEmpty(),
                        piece ->
                                deliveries.export(
                                        actor.scope(), search, piece.getLast().id(), EXPORT_PIECE))
                .flatMap(List::stream)
                .limit(settings.exportRows())
                .iterator();
    }

    /**
     * @throws NoticeRefused if it has not failed
     */
    @Transactional
    public void sendAgain(Actor actor, DeliveryId id) {
        var delivery =
                deliveries
                        .find(actor.scope(), id)
                        .orElseThrow(() -> new NotFound("notice delivery", id));
        if (delivery.withoutAddress()) {
            throw NoticeRefused.noAddress();
        }
        if (!deliveries.sendAgain(id, systemClock.instant())) {
            throw NoticeRefused.notFailed();
        }
        audit.record(
                actor,
                Act.of("notice.sent-again", "notice-delivery", id)
                        .changing("state", delivery.state(), DeliveryState.WAITING));
    }

    /** Sends again all that failed on the channel, such as after an outage; returns how many. */
    @Transactional
    public int sendAllAgain(Actor actor, Channel channel) {
        var count = deliveries.sendAllAgain(actor.scope(), channel, systemClock.instant());
        if (count > 0) {
            audit.record(
                    actor,
                    Act.of("notice.all-sent-again", "notice-channel", channel)
                            .changing("count", null, count));
        }
        return count;
    }
}
