package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 双人确认的提议: what one administrator wants and a different person confirms, refuses or lets lapse. */
@Service
public class Proposals {
    private final ProposalStore store;
    private final AccountStore accounts;
    private final Granting granting;
    private final Links links;
    private final TwoPersons twoPersons;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Proposals(
            ProposalStore store,
            AccountStore accounts,
            Granting granting,
            Links links,
            TwoPersons twoPersons,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.granting = granting;
        this.links = links;
        this.twoPersons = twoPersons;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Slice<ProposalRow> page(Actor actor, boolean openOnly, Paging paging) {
        return store.page(actor.scope(), openOnly, clock.instant(), paging);
    }

    public boolean open(Proposal proposal) {
        return proposal.openAt(clock.instant());
    }

    /**
     * Confirms and carries out.
     *
     * @return the link, if one was proposed; shown to the second person only
     * @throws AccountRefused if the actor is the proposer's or the account's own person, or it is
     *     over
     */
    @Transactional
    public Optional<OneTimeLink> confirm(Actor actor, ProposalId id) {
        var proposal = open(actor, id);
        twoPersons.require(proposal.by(), actor);
        var account = accounts.load(proposal.account()).orElseThrow();
        if (twoPersons.same(account.owner().person(), actor.person())) {
            throw AccountRefused.notYourself();
        }
        close(actor, proposal, Proposal.State.CONFIRMED, "account.proposal-confirmed");
        var subject = proposal.subject();
        if (subject != null) {
            granting.carryOut(actor, account, proposal, subject);
            return Optional.empty();
        }
        return Optional.of(links.issue(Accounts.linkPurpose(account), account.id()));
    }

    /** A second person says no. */
    @Transactional
    public void refuse(Actor actor, ProposalId id) {
        var proposal = open(actor, id);
        twoPersons.require(proposal.by(), actor);
        close(actor, proposal, Proposal.State.REFUSED, "account.proposal-refused");
    }

    /** The proposer takes it back. */
    @Transactional
    public void withdraw(Actor actor, ProposalId id) {
        var proposal = open(actor, id);
        if (!proposal.by().is(actor)) {
            throw AccountRefused.notYours();
        }
        close(actor, proposal, Proposal.State.WITHDRAWN, "account.proposal-withdrawn");
    }

    private Proposal open(Actor actor, ProposalId id) {
        var proposal =
                store.find(actor.scope(), id)
                        .map(ProposalRow::proposal)
                        .orElseThrow(() -> new NotFound("proposal", id));
        if (!proposal.openAt(clock.instant())) {
            throw AccountRefused.proposalClosed();
        }
        return proposal;
    }

    private void close(Actor actor, Proposal proposal, Proposal.State how, String code) {
        var now = clock.instant();
        if (!store.close(proposal.decided(how, actor.name(), now))) {
            throw AccountRefused.proposalClosed();
        }
        audit.record(
                actor,
                Act.of(code, "account", proposal.account())
                        .changing("proposal", proposal.id(), proposal.id())
                        .changing("proposedBy", null, proposal.by().name()));
        events.publishEvent(new AccountEvent.ProposalClosed(proposal.account(), proposal.id()));
    }
}
