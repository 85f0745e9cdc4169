package cn.jiping.account;

import cn.jiping.audit.SubjectNames;
import cn.jiping.shared.AccountId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What accounts are called in the list of acts; candidates without a name have none. */
@Component
class AccountNames implements SubjectNames {
    private final AccountListStore accounts;

    AccountNames(AccountListStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
        return accounts.loadNames(ids.stream().flatMap(AccountNames::id).toList());
    }

    private static Stream<AccountId> id(String id) {
        try {
            return Optional.of(AccountId.of(id)).stream();
        } catch (IllegalArgumentException _) {
            return Stream.empty();
        }
    }
}
