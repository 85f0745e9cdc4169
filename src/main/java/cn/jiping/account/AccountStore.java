package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

interface AccountStore {
    Optional<Account> load(AccountId id);

    Optional<Account> loadByUserName(String normalised);

    Optional<Account> loadCandidateByPhone(String phone);

    Optional<Account> loadCandidateOf(PersonId person);

    /** Accounts that hold the role everywhere on the day and are not suspended. */
    List<Account> loadHoldersEverywhere(Role role, LocalDate day);

    /** How many accounts of staff are due for review, or will be until then. */
    List<Account> loadForReview(Instant reviewedBefore, Instant remindedBefore, int atMost);

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

    Slice<AccountRow> page(Scope scope, AccountQuery query, LocalDate today, Paging paging);

    /** Calls for every row in the order of the query. */
    void export(
            Scope scope,
            AccountQuery query,
            LocalDate today,
            java.util.function.Consumer<AccountRow> each);

    List<AccountRow> listForReview(
            Scope scope, Instant reviewedBefore, LocalDate today, int atMost);

    /** Names of accounts, for what they did; unknown ids are missing. */
    java.util.Map<AccountId, String> loadNames(Set<AccountId> ids);

    /** Active accounts that hold the role at the very place on the day. */
    List<AccountId> loadHolders(Role role, Place place, LocalDate day);
}
