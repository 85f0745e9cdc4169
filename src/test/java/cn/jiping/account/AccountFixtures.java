package cn.jiping.account;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts for tests, and a phone on which the codes arrive. */
@TestConfiguration(proxyBeanMethods = false)
@Import(TestClock.class)
public class AccountFixtures {
    public static final String PASSWORD = "a long walk by the lake";
    private static final AtomicInteger COUNTER = new AtomicInteger();
    public static final DivisionCode ZHEJIANG = new DivisionCode("330000");
    public static final DivisionCode HANGZHOU = new DivisionCode("330100");
    public static final DivisionCode NINGBO = new DivisionCode("330200");
    public static final DivisionCode XIHU = new DivisionCode("330106");

    @Bean
    Opened opened(
            AccountStore accounts,
            ProposalStore proposals,
            Passwords passwords,
            Places places,
            Identities identities,
            Clock clock,
            TransactionTemplate transaction) {
        return new Opened(accounts, proposals, passwords, places, identities, clock, transaction);
    }

    @Bean
    Invitations invitations(FirstAdministrator first) {
        return new Invitations(first);
    }

    @Bean
    PhoneInHand phoneInHand() {
        return new PhoneInHand();
    }

    @Bean
    Bodies bodies() {
        return new Bodies();
    }

    /** A resident ID number nobody else in the tests has. */
    public static String residentId() {
        var n = COUNTER.incrementAndGet();
        var digits =
                "330106%s%03d"
                        .formatted(
                                LocalDate.of(1970, 1, 1)
                                        .plusDays(n)
                                        .format(DateTimeFormatter.BASIC_ISO_DATE),
                                n % 1000);
        return "0123456789X"
                .chars()
                .mapToObj(check -> digits + (char) check)
                .filter(AccountFixtures::wellFormed)
                .findFirst()
                .orElseThrow();
    }

    private static boolean wellFormed(String number) {
        try {
            return new IdentityDocument(IdentityDocument.Kind.RESIDENT_ID, number)
                    .bornOn()
                    .isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Makes accounts without the pages. */
    public static final class Opened {
        private final AccountStore accounts;
        private final ProposalStore proposals;
        private final Passwords passwords;
        private final Places places;
        private final Identities identities;
        private final Clock clock;
        private final TransactionTemplate transaction;

        Opened(
                AccountStore accounts,
                ProposalStore proposals,
                Passwords passwords,
                Places places,
                Identities identities,
                Clock clock,
                TransactionTemplate transaction) {
            this.accounts = accounts;
            this.proposals = proposals;
            this.passwords = passwords;
            this.places = places;
            this.identities = identities;
            this.clock = clock;
            this.transaction = transaction;
        }

        public PersonId person(String name) {
            return identities.register(
                    Actor.program("tests"),
                    new NewAccount.Identity(
                            name,
                            new IdentityDocument(IdentityDocument.Kind.RESIDENT_ID, residentId()),
                            null,
                            null),
                    null,
                    "测试");
        }

        public AccountId account(String userName, Role role, Place place) {
            return account(userName, person("周启明"), role, place);
        }

        public AccountId account(String userName, PersonId person, Role role, Place place) {
            return account(userName, person, Map.of(role, place));
        }

        /** One account with several roles at places in turn. */
        public AccountId account(String userName, Map<Role, Place> roles) {
            return account(userName, person("周启明"), roles);
        }

        private AccountId account(String userName, PersonId person, Map<Role, Place> roles) {
            var account = bare(userName, person, home(roles));
            roles.forEach((role, place) -> account.give(grant(role, place)));
            transaction.executeWithoutResult(_ -> accounts.add(account));
            return account.id();
        }

        private static @Nullable DivisionCode home(Map<Role, Place> roles) {
            return roles.values().stream()
                    .map(Places::division)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private Account bare(String userName, PersonId person, @Nullable DivisionCode home) {
            var account =
                    Account.staff(
                            new Account.Owner("周启明", person, home),
                            userName,
                            null,
                            null,
                            clock.instant());
            account.changePassword(passwords.hash(PASSWORD), clock.instant());
            return account;
        }

        private Grant grant(Role role, Place place) {
            var today = today();
            return new Grant(
                    GrantId.next(),
                    role,
                    place,
                    places.name(place, today),
                    today.minusDays(2),
                    today.plusYears(1),
                    new Grant.Given(clock.instant(), "测试", null, false),
                    null);
        }

        public void phone(AccountId id, String phone) {
            change(id, account -> account.changePhone(phone));
        }

        public void password(AccountId id, String password) {
            change(
                    id,
                    account -> account.changePassword(passwords.hash(password), clock.instant()));
        }

        public void suspend(AccountId id) {
            change(id, account -> account.suspend("测试", clock.instant()));
        }

        /** The only role ended the day before. */
        public void expire(AccountId id) {
            change(
                    id,
                    account ->
                            account.replace(
                                    account.grants().getFirst().prolong(today().minusDays(1))));
        }

        public int version(AccountId id) {
            return load(id).version();
        }

        public GrantId onlyGrant(AccountId id) {
            return load(id).grants().getFirst().id();
        }

        public List<Role> roles(AccountId id) {
            return load(id).livingOn(today()).stream().map(Grant::role).toList();
        }

        public GrantId grant(AccountId id, Role role) {
            return load(id).grants().stream()
                    .filter(grant -> grant.role() == role)
                    .map(Grant::id)
                    .findAny()
                    .orElseThrow();
        }

        public String openProposal(AccountId id) {
            return proposals.loadOpen(id, clock.instant()).getLast().id().toString();
        }

        public void lastReviewed(AccountId id, Instant when) {
            change(id, account -> account.reviewed(when));
        }

        public void reactivate(AccountId id) {
            change(id, Account::reactivate);
        }

        public boolean suspended(AccountId id) {
            return load(id).suspended();
        }

        public AccountId id(String userName) {
            return accounts.loadByUserName(userName).orElseThrow().id();
        }

        public boolean exists(String userName) {
            return accounts.loadByUserName(userName).isPresent();
        }

        Account load(AccountId id) {
            return accounts.load(id).orElseThrow();
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        }

        private void change(AccountId id, java.util.function.Consumer<Account> how) {
            transaction.executeWithoutResult(_ -> {
                var account = load(id);
                how.accept(account);
                accounts.save(account);
            });
        }
    }

    /** What the program prints at start. */
    public static final class Invitations {
        private final FirstAdministrator first;

        Invitations(FirstAdministrator first) {
            this.first = first;
        }

        public String printed() {
            return first.invite().path();
        }

        /** Prints it, as every start does while nobody is there. */
        public void print() {
            first.printLinkWhereThereIsNone();
        }
    }

    /** Two evaluation bodies, one in Hangzhou and one in Ningbo. */
    public static final class Bodies implements BodyDirectory {
        public static final Entry OF_HANGZHOU = new Entry(BodyId.next(), "杭州测试评价中心", HANGZHOU);
        public static final Entry OF_NINGBO = new Entry(BodyId.next(), "宁波测试评价中心", NINGBO);

        @Override
        public List<Entry> search(Scope scope, String text, int atMost) {
            return Stream.of(OF_HANGZHOU, OF_NINGBO)
                    .filter(entry -> scope.covers(entry.division()))
                    .filter(entry -> entry.name().contains(text))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public Optional<Entry> find(Scope scope, BodyId body) {
            return search(scope, "", 2).stream().filter(e -> e.id().equals(body)).findAny();
        }
    }

    /** What arrives by message. */
    public static final class PhoneInHand implements CodeDelivery {
        private final Map<String, String> latest = new ConcurrentHashMap<>();
        private final AtomicBoolean connected = new AtomicBoolean(true);

        @Override
        public boolean ready() {
            return connected.get();
        }

        public void connect(boolean ready) {
            connected.set(ready);
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
