package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Stale;
import java.util.List;
import org.springframework.stereotype.Component;

/** 管得到的账号: the account an administrator asks for, if it lies within reach and is unchanged. */
@Component
class ReachableAccounts {
    private final AccountStore accounts;
    private final TwoPersons twoPersons;
    private final BusinessClock business;

    ReachableAccounts(AccountStore accounts, TwoPersons twoPersons, BusinessClock business) {
        this.accounts = accounts;
        this.twoPersons = twoPersons;
        this.business = business;
    }

    Account require(Actor actor, AccountId id) {
        return accounts.find(actor.scope(), id).orElseThrow(() -> new NotFound("account", id));
    }

    Account unchanged(Actor actor, AccountId id, int version, String wanted) {
        var account = require(actor, id);
        if (account.version() != version) {
            throw stale(account, wanted);
        }
        return account;
    }

    private Stale stale(Account account, String wanted) {
        var row = account.row(business.today());
        return new Stale(
                List.of(
                        new Stale.Change(
                                "page.account.state", "state." + row.state().name(), wanted)),
                null,
                null);
    }

    Account whole(Actor actor, AccountId id, int version, String wanted) {
        var account = whole(actor, id);
        if (account.version() != version) {
            throw stale(account, wanted);
        }
        return account;
    }

    /** The account, if it is somebody else's and lies inside the scope with every living role. */
    Account whole(Actor actor, AccountId id) {
        var account = require(actor, id);
        if (!account.within(actor.scope(), business.today())) {
            throw AccountRefused.beyondYourScope();
        }
        if (own(actor, account)) {
            throw AccountRefused.notYourself();
        }
        return account;
    }

    boolean own(Actor actor, Account account) {
        var person = account.owner().person();
        return account.id().equals(actor.account())
                || (person != null
                        && actor.person() != null
                        && twoPersons.same(person, actor.person()));
    }
}
