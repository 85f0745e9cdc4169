package cn.jiping.policy;

import cn.jiping.account.TwoPersons;
import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.notice.Argument;
import cn.jiping.policy.LawDraft.Who;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 法规启用: one person proposes a draft that was replayed whole, a second one puts it into force. */
@Service
public class LawActivations {
    static final TaskKind TASK = TaskKind.closedByItsModule("law-activation");

    private final LawDrafts drafts;
    private final LawDraftStore store;
    private final LawVersionStore versions;
    private final BookInForce inForce;
    private final Replays replays;
    private final TwoPersons twoPersons;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LawActivations(
            LawDrafts drafts,
            LawDraftStore store,
            LawVersionStore versions,
            BookInForce inForce,
            Replays replays,
            TwoPersons twoPersons,
            Tasks tasks,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.versions = versions;
        this.inForce = inForce;
        this.replays = replays;
        this.twoPersons = twoPersons;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks a second person to put the draft into force.
     *
     * @throws LawRefused if it was not replayed whole over the book in force, too much was decided
     *     since, it is proposed or over, or another one waits
     */
    @Transactional
    public void propose(Actor actor, UUID id) {
        var draft = drafts.draft(actor, id);
        var proposed = draft.proposed(Who.of(actor, clock.instant()));
        requireOverTheBookInForce(draft);
        replays.requireReplayed(draft);
        if (store.loadProposed().isPresent()) {
            throw LawRefused.otherProposed();
        }
        drafts.save(proposed);
        tasks.open(actor, task(draft, Touched.province(actor.scope())));
        audit.record(actor, act("policy.activation-proposed", draft));
    }

    private void requireOverTheBookInForce(LawDraft draft) {
        if (!drafts.overTheBookInForce(draft)) {
            throw LawRefused.bookChanged();
        }
    }

    private static TaskDraft task(LawDraft draft, @Nullable DivisionCode province) {
        return new TaskDraft(
                TASK,
                List.of(Argument.of(draft.heading().title())),
                new TaskSubject(
                        "law-draft", draft.id().toString(), "/authority/law/drafts/" + draft.id()),
                province == null ? new TaskPlace.Platform() : new TaskPlace.Division(province),
                Set.of(Role.PROVINCE_APPROVER),
                null,
                key(draft));
    }

    /** One task for each proposal of the draft. */
    private static String key(LawDraft draft) {
        return "law-activation/" + draft.id() + "/" + draft.version();
    }

    private static String openKey(LawDraft proposed) {
        return "law-activation/" + proposed.id() + "/" + (proposed.version() - 1);
    }

    private static Act act(String code, LawDraft draft) {
        return new Act(
                        code,
                        "law-draft",
                        draft.id().toString(),
                        draft.heading().division(),
                        null,
                        Map.of(),
                        Map.of(),
                        null)
                .changing("book", draft.books().base(), draft.books().book());
    }

    /**
     * Puts the draft into force. What was decided since its replay is judged with it, so that no
     * decision is missing from the differences.
     *
     * @throws cn.jiping.account.AccountRefused if the actor is the person who proposed it
     * @throws LawRefused if it is not proposed, another book came into force meanwhile, or so much
     *     was decided since that the replay is to be brought up to date first
     */
    @Transactional
    public LawVersion confirm(Actor actor, UUID id) {
        var draft = drafts.draft(actor, id);
        var now = clock.instant();
        var activated = draft.activated(Who.of(actor, now));
        var proposer = Objects.requireNonNull(draft.proposed()).proposer();
        twoPersons.require(proposer, actor);
        requireOverTheBookInForce(draft);
        replays.judgeNewcomers(draft);
        var seen = versions.loadInForce().orElseThrow();
        var version =
                new LawVersion(
                        seen.number() + 1,
                        draft.books().book(),
                        true,
                        id,
                        draft.heading().title(),
                        proposer.name(),
                        actor.name(),
                        now);
        var accounts = new LawVersionStore.Accounts(proposer.account(), actor.requireAccount());
        if (!seen.book().equals(draft.books().base())
                || !versions.putInForce(seen, version, accounts)) {
            throw LawRefused.bookChanged();
        }
        drafts.save(activated);
        inForce.lookAgain();
        tasks.close(actor, openKey(draft), version.title());
        audit.record(
                actor,
                act("policy.law-activated", draft)
                        .changing("version", seen.number(), version.number())
                        .changing("proposedBy", null, proposer.name()));
        events.publishEvent(new PolicyEvent.LawActivated(version.number(), version.book(), now));
        return version;
    }

    /**
     * The second person sends it back.
     *
     * @throws cn.jiping.account.AccountRefused if the actor is the person who proposed it
     * @throws LawRefused if it is not proposed
     */
    @Transactional
    public void refuse(Actor actor, UUID id) {
        var draft = drafts.draft(actor, id);
        var refused = draft.refused();
        twoPersons.require(Objects.requireNonNull(draft.proposed()).proposer(), actor);
        drafts.save(refused);
        tasks.close(actor, openKey(draft), draft.heading().title());
        audit.record(actor, act("policy.activation-refused", draft));
    }

    /**
     * Takes the draft back, proposed or not.
     *
     * @throws LawRefused if it is over
     */
    @Transactional
    public void withdraw(Actor actor, UUID id) {
        var draft = drafts.withdraw(actor, id);
        if (draft.state() == LawDraft.State.PROPOSED) {
            tasks.cancel(actor, openKey(draft), draft.heading().title());
        }
    }
}
