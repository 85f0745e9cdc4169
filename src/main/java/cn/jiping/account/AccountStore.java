package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

interface AccountStore {
    Optional<Account> load(AccountId id);

    Optional<Account> loadByUserName(String normalised);

    Optional<Account> loadCandidateByPhone(String phone);

    Optional<Account> loadCandidateOf(PersonId person);

    /** Accounts that hold the role everywhere on the day and are not suspended. */
    List<Account> loadHoldersEverywhere(Role role, LocalDate day);

    /** Whether an administrator was ever appointed without a second person. */
    boolean everAppointedAlone();

    /** Accounts of staff due for review of which nobody was reminded yet. */
    List<Account> loadForReview(Instant reviewedBefore, int atMost);

    /** When the account was last reviewed that comes next, of those reviewed since. */
    Optional<Instant> loadNextForReview(Instant reviewedSince);

    /**
     * @throws AccountRefused if the user name, the phone or the person belongs to another account
     */
    void add(Account account);

    /**
     * @throws cn.jiping.shared.Stale if somebody saved the account since it was loaded
     */
    void save(Account account);

    void markReminded(AccountId id, Instant now);

    /** A hash of the same password under newer settings; nothing else changes. */
    void rehash(AccountId id, String was, String is);

    /** Waits for whoever is making the first administrator, until the end of the transaction. */
    void lockFounding();

    /** Whether the account may be seen in lists of the scope. */
    Optional<Account> find(Scope scope, AccountId id);

    /** Every account of the person. */
    List<Account> loadOf(PersonId person);

    /** How to reach the accounts; who does not exist is missing. */
    List<AccountDirectory.Reach> loadReach(Collection<AccountId> ids);

    /**
     * The accounts of the persons that are not suspended, as others see them; who has none is
     * missing.
     */
    Map<PersonId, List<AccountDirectory.Card>> loadCards(Collection<PersonId> persons);

    /** Who holds the role on the day and is not suspended; at the body, if one is given. */
    List<AccountDirectory.Holder> loadHolders(Role role, @Nullable BodyId body, LocalDate day);
}
