package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.territory.Territories;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 账号名录: who holds a role today and how to reach them; for the program's own messages and tasks. */
@Service
public class AccountDirectory {
    private final AccountStore accounts;
    private final Territories territories;
    private final BusinessClock business;

    AccountDirectory(AccountStore accounts, Territories territories, BusinessClock business) {
        this.accounts = accounts;
        this.territories = territories;
        this.business = business;
    }

    /** An account as others see it; {@code home} is the division that administers it. */
    public record Card(AccountId id, String name, @Nullable DivisionCode home) {}

    @Transactional(readOnly = true)
    public Optional<Card> find(AccountId id) {
        return accounts.load(id).map(AccountDirectory::card);
    }

    /** The accounts of a person that are not suspended. */
    @Transactional(readOnly = true)
    public List<Card> of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    /** The same for several persons at once; who has none is missing. */
    @Transactional(readOnly = true)
    public Map<PersonId, List<Card>> of(Collection<PersonId> persons) {
        return accounts.loadCards(persons);
    }

    private static Card card(Account account) {
        return new Card(account.id(), account.owner().name(), account.owner().home());
    }

    /** Everybody holding the role today, wherever. */
    @Transactional(readOnly = true)
    public List<Card> holding(Role role) {
        return accounts.loadHolders(role, null, business.today()).stream()
                .map(Holder::card)
                .distinct()
                .toList();
    }

    /** Everybody holding the role today at a place whose jurisdiction covers the division. */
    @Transactional(readOnly = true)
    public List<Card> holding(Role role, DivisionCode division) {
        var today = business.today();
        var jurisdictions = new HashMap<DivisionCode, Set<DivisionCode>>();
        return accounts.loadHolders(role, null, today).stream()
                .filter(holder ->
                        switch (holder.place()) {
                            case Place.Everywhere _ -> true;
                            case Place.InDivision in ->
                                    jurisdictions
                                            .computeIfAbsent(
                                                    in.code(),
                                                    code -> territories.jurisdictionOf(code, today))
                                            .contains(division);
                            case Place.AtBody _, Place.Self _ -> false;
                        })
                .map(Holder::card)
                .distinct()
                .toList();
    }

    /** Everybody holding the role today at the body. */
    @Transactional(readOnly = true)
    public List<Card> holding(Role role, BodyId body) {
        return accounts.loadHolders(role, body, business.today()).stream()
                .map(Holder::card)
                .distinct()
                .toList();
    }

    /** Where messages to the accounts go, in clear: for sending to it, never for showing. */
    @Transactional(readOnly = true)
    public List<Reach> reach(Collection<AccountId> ids) {
        return accounts.loadReach(ids);
    }

    /** The addresses an account registered, in clear. */
    public record Reach(AccountId account, @Nullable String phone, @Nullable String email) {}

    /** Somebody who holds a role at a place. */
    record Holder(Card card, Place place) {}
}
