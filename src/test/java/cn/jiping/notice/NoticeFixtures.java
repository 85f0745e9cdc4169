package cn.jiping.notice;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** People to write to. */
@TestConfiguration(proxyBeanMethods = false)
public class NoticeFixtures {
    static final NoticeTemplate DECIDED =
            new NoticeTemplate("test.decided", NoticeCategory.DECISION, Channel.EMAIL, Channel.SMS);
    static final NoticeTemplate HANDED_OVER =
            new NoticeTemplate("test.handed-over", NoticeCategory.WORK, Channel.EMAIL);
    static final DivisionCode HANGZHOU = new DivisionCode("330100");

    @Bean
    @Primary
    People people() {
        return new People();
    }

    static Actor actor(AccountId account) {
        return new Actor(account, null, "林岚", Role.CITY_CLERK, "杭州市", Scope.nowhere(), "127.0.0.1");
    }

    static Actor administrator(Scope scope) {
        return new Actor(AccountId.next(), null, "管理员", Role.ADMINISTRATOR, "", scope, "127.0.0.1");
    }

    static NoticeDraft decided(String key, AccountId account, String name) {
        return new NoticeDraft(
                DECIDED,
                List.of(new Recipient.OfAccount(account)),
                List.of(Argument.of(name)),
                new NoticeSubject("application", "1", "/my/applications/1"),
                key);
    }

    /** Accounts as the module account would know them. */
    public static final class People implements Recipients {
        private final Map<UUID, Addressee> known = new ConcurrentHashMap<>();
        private final Map<UUID, String> emails = new ConcurrentHashMap<>();
        private final Map<Role, List<Addressee>> holders = new ConcurrentHashMap<>();

        public AccountId person(String name, String email) {
            var account = AccountId.next();
            is(account, name, email);
            return account;
        }

        public void is(AccountId account, String name, String email) {
            known.put(account.value(), new Addressee(account.value(), name, HANGZHOU));
            emails.put(account.value(), email);
        }

        public void holds(Role role, AccountId account) {
            holders.computeIfAbsent(role, _ -> new ArrayList<>())
                    .add(
                            known.getOrDefault(
                                    account.value(), new Addressee(account.value(), "", null)));
        }

        @Override
        public List<Addressee> of(Recipient recipient) {
            return switch (recipient) {
                case Recipient.OfAccount(var account) -> one(account.value());
                case Recipient.OfPerson(var person) -> one(person.value());
                case Recipient.Holding(var role) -> holders.getOrDefault(role, List.of());
                case Recipient.HoldingIn(var role, _) -> holders.getOrDefault(role, List.of());
                case Recipient.HoldingAt(var role, _) -> holders.getOrDefault(role, List.of());
            };
        }

        @Override
        public Map<PersonId, List<Addressee>> of(Collection<PersonId> persons) {
            return persons.stream()
                    .distinct()
                    .collect(Collectors.toMap(person -> person, person -> one(person.value())));
        }

        private List<Addressee> one(UUID owner) {
            return Optional.ofNullable(known.get(owner)).stream().toList();
        }

        @Override
        public Map<UUID, Reach> reach(Collection<UUID> owners) {
            return owners.stream()
                    .distinct()
                    .collect(
                            Collectors.toMap(
                                    owner -> owner,
                                    owner -> new Reach("13800000000", email(owner))));
        }

        private @Nullable String email(UUID owner) {
            var email = emails.getOrDefault(owner, "");
            return email.isBlank() ? null : email;
        }
    }
}
