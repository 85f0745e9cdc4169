package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts for tests, and a phone on which the codes arrive. */
@TestConfiguration(proxyBeanMethods = false)
@Import(TestClock.class)
public class AccountFixtures {
    public static final String PASSWORD = "a long walk by the lake";
    public static final DivisionCode ZHEJIANG = new DivisionCode("330000");
    public static final DivisionCode HANGZHOU = new DivisionCode("330100");
    public static final DivisionCode NINGBO = new DivisionCode("330200");
    public static final DivisionCode XIHU = new DivisionCode("330106");

    @Bean
    Opened opened(
            AccountStore accounts,
            Passwords passwords,
            Places places,
            Clock clock,
            TransactionTemplate transaction) {
        return new Opened(accounts, passwords, places, clock, transaction);
    }

    @Bean
    PhoneInHand phoneInHand() {
        return new PhoneInHand();
    }

    /** Makes accounts without the pages. */
    public static final class Opened {
        private final AccountStore accounts;
        private final Passwords passwords;
        private final Places places;
        private final Clock clock;
        private final TransactionTemplate transaction;

        Opened(
                AccountStore accounts,
                Passwords passwords,
                Places places,
                Clock clock,
                TransactionTemplate transaction) {
            this.accounts = accounts;
            this.passwords = passwords;
            this.places = places;
            this.clock = clock;
            this.transaction = transaction;
        }

        public AccountId account(String userName, Role role, Place place) {
            return account(userName, PersonId.next(), role, place);
        }

        public AccountId account(String userName, PersonId person, Role role, Place place) {
            var account = bare(userName, person);
            account.give(grant(role, place));
            transaction.executeWithoutResult(_ -> accounts.add(account));
            return account.id();
        }

        /** One account with several roles at places in turn. */
        public AccountId account(String userName, Map<Role, Place> roles) {
            var account = bare(userName, PersonId.next());
            roles.forEach((role, place) -> account.give(grant(role, place)));
            transaction.executeWithoutResult(_ -> accounts.add(account));
            return account.id();
        }

        private Account bare(String userName, PersonId person) {
            var account =
                    Account.staff(
                            new Account.Owner("周启明", person, HANGZHOU),
                            userName,
                            null,
                            null,
                            clock.instant());
            account.changePassword(passwords.hash(PASSWORD), clock.instant());
            return account;
        }

        private Grant grant(Role role, Place place) {
            var today = LocalDate.now(clock);
            return new Grant(
                    GrantId.next(),
                    role,
                    place,
                    places.name(place, today),
                    today.minusDays(1),
                    today.plusYears(1),
                    new Grant.Given(clock.instant(), "测试", null, false),
                    null);
        }

        Account load(AccountId id) {
            return accounts.load(id).orElseThrow();
        }

        void save(Account account) {
            transaction.executeWithoutResult(_ -> accounts.save(account));
        }
    }

    /** What arrives by message. */
    public static final class PhoneInHand implements CodeDelivery {
        private final Map<String, String> latest = new ConcurrentHashMap<>();

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void deliver(String phone, String code, Duration validFor) {
            latest.put(phone, code);
        }

        public String codeOn(String phone) {
            return latest.getOrDefault(phone, "none");
        }

        public boolean got(String phone) {
            return latest.containsKey(phone);
        }
    }
}
