package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 授权: gives, prolongs and ends roles; what a second person must confirm becomes a proposal. */
@Component
class Granting {
    private final AccountStore accounts;
    private final ProposalStore proposals;
    private final Places places;
    private final TwoPersons twoPersons;
    private final AccountSettings.Grants settings;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock business;
    private final Clock clock;

    Granting(
            AccountStore accounts,
            ProposalStore proposals,
            Places places,
            TwoPersons twoPersons,
            AccountSettings settings,
            AuditTrail audit,
            ApplicationEventPublisher events,
            BusinessClock business,
            Clock clock) {
        this.accounts = accounts;
        this.proposals = proposals;
        this.places = places;
        this.twoPersons = twoPersons;
        this.settings = settings.grants();
        this.audit = audit;
        this.events = events;
        this.business = business;
        this.clock = clock;
    }

    /** Gives the role, or proposes it where a second person is needed: then true. */
    boolean give(Actor actor, Account account, GrantDraft draft) {
        var place = requireGivable(actor, account, draft);
        var today = business.today();
        var reason = Accounts.reason(draft.reason());
        if (!settings.needsSecondPerson(draft.role())) {
            add(actor, account, grant(actor, draft, place, null, false), reason);
            return false;
        }
        if (mayAppointAlone(actor, account, draft.role(), place)) {
            add(actor, account, grant(actor, draft, place, null, true), reason);
            return false;
        }
        propose(
                actor,
                account,
                Proposal.Kind.GRANT,
                new Proposal.Subject(
                        null,
                        draft.role(),
                        place,
                        places.name(place, today),
                        draft.from(),
                        draft.until()),
                reason);
        return true;
    }

    /** The place the role would be given at. */
    Place requireGivable(Actor actor, Account account, GrantDraft draft) {
        requireSomebodyElse(actor, account);
        var today = business.today();
        var place = places.resolve(actor.scope(), draft.role(), draft.where(), today);
        requireTerm(draft.from(), draft.until(), today);
        places.requireFit(draft.role(), place, today);
        account.requireNotHeld(draft.role(), place, draft.from());
        return place;
    }

    private Grant grant(
            Actor actor,
            GrantDraft draft,
            Place place,
            @Nullable String confirmedBy,
            boolean alone) {
        return new Grant(
                GrantId.next(),
                draft.role(),
                place,
                places.name(place, business.today()),
                draft.from(),
                draft.until(),
                new Grant.Given(clock.instant(), actor.name(), confirmedBy, alone),
                null);
    }

    private void add(Actor actor, Account account, Grant grant, String reason) {
        account.give(grant);
        accounts.save(account);
        audit.record(
                actor,
                about(
                                account,
                                grant.given().alone() ? "account.granted-alone" : "account.granted",
                                grant.place())
                        .changing("role", null, grant.role())
                        .changing("place", null, grant.placeName())
                        .changing("until", null, grant.until())
                        .because(reason));
        events.publishEvent(
                new AccountEvent.RoleGranted(
                        account.id(),
                        grant.role(),
                        grant.placeName(),
                        grant.until(),
                        clock.instant()));
    }

    /**
     * The first administrator has nobody to confirm the second one: once, that appointment needs no
     * second person, and is recorded as such.
     */
    private boolean mayAppointAlone(Actor actor, Account account, Role role, Place place) {
        if (role != Role.ADMINISTRATOR || !(place instanceof Place.Everywhere)) {
            return false;
        }
        accounts.lockFounding();
        return !accounts.everAppointedAlone()
                && accounts.loadHoldersEverywhere(role, business.today()).stream()
                        .allMatch(holder -> holder.id().equals(actor.account()))
                && !twoPersons.same(account.owner().person(), actor.person());
    }

    void end(Actor actor, Account account, GrantId id, String reason) {
        var grant = requireEndable(actor, account, id);
        account.replace(grant.end(new Grant.Ended(clock.instant(), actor.name(), reason)));
        accounts.save(account);
        audit.record(
                actor,
                about(account, "account.grant-ended", grant.place())
                        .changing("role", grant.role(), null)
                        .changing("place", grant.placeName(), null)
                        .because(reason));
        events.publishEvent(
                new AccountEvent.RoleEnded(
                        account.id(), grant.role(), grant.placeName(), clock.instant()));
    }

    Grant requireEndable(Actor actor, Account account, GrantId id) {
        var grant = mine(actor, account, id, business.today());
        if (grant.role() == Role.ADMINISTRATOR && grant.place() instanceof Place.Everywhere) {
            requireAnotherAdministrator(account);
        }
        return grant;
    }

    /** Prolongs the role, or proposes to where a second person is needed: then true. */
    boolean prolong(Actor actor, Account account, GrantId id, LocalDate until, String reason) {
        var grant = requireProlongable(actor, account, id, until);
        if (settings.needsSecondPerson(grant.role())) {
            propose(
                    actor,
                    account,
                    Proposal.Kind.PROLONG,
                    new Proposal.Subject(
                            id,
                            grant.role(),
                            grant.place(),
                            grant.placeName(),
                            grant.from(),
                            until),
                    reason);
            return true;
        }
        prolonged(actor, account, grant, until, reason);
        return false;
    }

    Grant requireProlongable(Actor actor, Account account, GrantId id, LocalDate until) {
        requireSomebodyElse(actor, account);
        var today = business.today();
        var grant = mine(actor, account, id, today);
        if (grant.until() == null || !until.isAfter(grant.until())) {
            throw InvalidInput.of("until", "account.until-later");
        }
        requireTerm(today, until, today);
        return grant;
    }

    private void prolonged(
            Actor actor, Account account, Grant grant, LocalDate until, String reason) {
        account.replace(grant.prolong(until));
        accounts.save(account);
        audit.record(
                actor,
                about(account, "account.grant-prolonged", grant.place())
                        .changing("until", grant.until(), until)
                        .because(reason));
        events.publishEvent(
                new AccountEvent.RoleGranted(
                        account.id(), grant.role(), grant.placeName(), until, clock.instant()));
    }

    void proposeRecovery(Actor actor, Account account, String reason) {
        propose(actor, account, Proposal.Kind.RECOVERY, null, reason);
    }

    private void propose(
            Actor actor,
            Account account,
            Proposal.Kind kind,
            Proposal.@Nullable Subject subject,
            String reason) {
        var now = clock.instant();
        var alike =
                proposals.loadOpen(account.id(), now).stream()
                        .anyMatch(open -> open.kind() == kind && alike(open.subject(), subject));
        if (alike) {
            throw AccountRefused.proposalOpen();
        }
        var proposal =
                new Proposal(
                        ProposalId.next(),
                        account.id(),
                        kind,
                        subject,
                        reason,
                        Proposer.of(actor, now),
                        now.plus(settings.proposalsLast()),
                        Proposal.State.OPEN,
                        null);
        proposals.add(proposal);
        var place = subject == null ? null : subject.place();
        audit.record(
                actor,
                about(account, "account.proposed-" + word(kind), place)
                        .changing("proposal", null, proposal.id())
                        .changing("role", null, subject == null ? null : subject.role())
                        .changing("place", null, subject == null ? null : subject.placeName())
                        .because(reason));
        events.publishEvent(
                new AccountEvent.SecondPersonNeeded(
                        account.id(),
                        proposal.id(),
                        account.owner().name(),
                        Places.division(place),
                        proposal.expiresAt()));
    }

    private static boolean alike(Proposal.@Nullable Subject one, Proposal.@Nullable Subject other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.role() == other.role()
                && one.place().equals(other.place())
                && Objects.equals(one.grant(), other.grant());
    }

    private static String word(Proposal.Kind kind) {
        return switch (kind) {
            case GRANT -> "grant";
            case PROLONG -> "prolongation";
            case RECOVERY -> "recovery";
        };
    }

    /** Does what was proposed to a role; called by the second person. */
    void carryOut(Actor second, Account account, Proposal proposal, Proposal.Subject subject) {
        var today = business.today();
        places.requireFit(subject.role(), subject.place(), today);
        requireTerm(
                subject.from().isBefore(today) ? today : subject.from(), subject.until(), today);
        var id = subject.grant();
        if (id != null) {
            prolonged(
                    second, account, account.living(id, today), subject.until(), proposal.reason());
            return;
        }
        add(
                second,
                account,
                new Grant(
                        GrantId.next(),
                        subject.role(),
                        subject.place(),
                        subject.placeName(),
                        subject.from(),
                        subject.until(),
                        new Grant.Given(
                                clock.instant(), proposal.by().name(), second.name(), false),
                        null),
                proposal.reason());
    }

    boolean powerful(Account account) {
        return account.livingOn(business.today()).stream()
                .anyMatch(grant -> settings.needsSecondPerson(grant.role()));
    }

    List<AccountView.GrantView> views(Actor actor, Account account) {
        var today = business.today();
        return account.grants().reversed().stream()
                .map(g ->
                        new AccountView.GrantView(
                                g,
                                state(g, today),
                                g.livesOn(today)
                                        && g.role().office() != Office.CANDIDATE
                                        && Places.within(actor.scope(), g.place())))
                .toList();
    }

    private static AccountView.GrantState state(Grant grant, LocalDate today) {
        if (grant.ended() != null) {
            return AccountView.GrantState.ENDED;
        }
        if (today.isBefore(grant.from())) {
            return AccountView.GrantState.LATER;
        }
        return grant.validOn(today) ? AccountView.GrantState.VALID : AccountView.GrantState.OVER;
    }

    /**
     * @throws AccountRefused if without the account nobody would administer the whole
     */
    void requireAnotherAdministrator(Account account) {
        var holders = accounts.loadHoldersEverywhere(Role.ADMINISTRATOR, business.today());
        var holds = holders.stream().anyMatch(holder -> holder.id().equals(account.id()));
        if (holds && holders.size() == 1) {
            throw AccountRefused.lastAdministrator();
        }
    }

    private Grant mine(Actor actor, Account account, GrantId id, LocalDate today) {
        var grant =
                account.grant(id)
                        .filter(g -> g.role().office() != Office.CANDIDATE)
                        .filter(g -> Places.within(actor.scope(), g.place()))
                        .orElseThrow(() -> new NotFound("grant", id));
        if (!grant.livesOn(today)) {
            throw AccountRefused.notAlive();
        }
        return grant;
    }

    private void requireSomebodyElse(Actor actor, Account account) {
        var person = account.owner().person();
        if (account.id().equals(actor.account())
                || (person != null
                        && actor.person() != null
                        && twoPersons.same(person, actor.person()))) {
            throw AccountRefused.notYourself();
        }
        if (account.kind() == Account.Kind.CANDIDATE) {
            throw AccountRefused.notGrantable();
        }
    }

    void requireTerm(LocalDate from, LocalDate until, LocalDate today) {
        InvalidInput.requireAll(
                () -> {
                    if (from.isBefore(today)) {
                        throw InvalidInput.of("from", "account.from-past");
                    }
                },
                () -> requireEnd(from, until));
    }

    private void requireEnd(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw InvalidInput.of("until", "account.until-before-from");
        }
        if (until.isAfter(from.plus(settings.longest()))) {
            throw InvalidInput.of("until", "account.until-too-late", from.plus(settings.longest()));
        }
    }

    private static Act about(Account account, String code, @Nullable Place place) {
        var act = Act.of(code, "account", account.id());
        return switch (place) {
            case null -> act.in(account.owner().home());
            case Place.InDivision in -> act.in(in.code());
            case Place.AtBody at -> act.in(at.division()).at(at.body());
            case Place.Everywhere _ -> act;
            case Place.Self _ -> act.in(account.owner().home());
        };
    }
}
