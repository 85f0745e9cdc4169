package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 演示账号: one for each role, in the demo profile only; made at start if they are not there. */
@Service
public class DemoAccounts {
    /** The evaluation body at which the body's demo roles are held. */
    public static final BodyId BODY = BodyId.of("019a0000-0000-7000-8000-0000000d3301");

    public static final String BODY_NAME = "杭州演示职业技能评价中心";
    private static final DivisionCode PROVINCE = new DivisionCode("330000");
    static final DivisionCode CITY = new DivisionCode("330100");
    private static final DivisionCode COUNTY = new DivisionCode("330106");
    private static final LocalDate FROM = LocalDate.of(2021, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2099, 12, 31);
    private static final String CANDIDATE_PHONE = "13800000001";

    private static final List<Sample> SAMPLES = Sample.all();

    private final AccountStore accounts;
    private final Passwords passwords;
    private final Identities identities;
    private final Places places;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final boolean demo;
    private final String password;

    DemoAccounts(
            AccountStore accounts,
            Passwords passwords,
            Identities identities,
            Places places,
            AuditTrail audit,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${jiping.demo:false}") boolean demo,
            @Value("${jiping.demo.password:jiping-demo-2021}") String password) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.identities = identities;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
        this.demo = demo;
        this.password = password;
    }

    /** The accounts one may sign in with, by role; empty outside the demo. */
    public List<DemoAccount> list() {
        if (!demo) {
            return List.of();
        }
        return Stream.concat(
                        SAMPLES.stream()
                                .map(sample ->
                                        new DemoAccount(
                                                sample.roles().getFirst(),
                                                sample.userName(),
                                                false,
                                                sample.name(),
                                                placeName(sample.roles().getFirst()),
                                                password)),
                        Stream.of(
                                new DemoAccount(
                                        Role.CANDIDATE, CANDIDATE_PHONE, true, "", "", null)))
                .toList();
    }

    /**
     * 一个演示账号.
     *
     * @param login user name, or the phone of a candidate, whose code the page shows
     */
    public record DemoAccount(
            Role role,
            String login,
            boolean byPhone,
            String name,
            String place,
            @Nullable String password) {}

    /** Outside the demo: the first account whose password is still the demo's. */
    Optional<String> left() {
        return demo
                ? Optional.empty()
                : SAMPLES.stream()
                        .map(Sample::userName)
                        .flatMap(name -> accounts.loadByUserName(name).stream())
                        .filter(account -> !account.suspended())
                        .filter(account -> passwords.matches(password, account.login().password()))
                        .map(account -> String.valueOf(account.login().userName()))
                        .findFirst();
    }

    @EventListener(ApplicationStartedEvent.class)
    void makeMissing() {
        if (!demo) {
            return;
        }
        var missing =
                SAMPLES.stream()
                        .filter(sample -> accounts.loadByUserName(sample.userName()).isEmpty())
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        var hash = passwords.hash(password);
        missing.forEach(sample -> make(sample, hash));
    }

    private void make(Sample sample, String hash) {
        try {
            transaction.executeWithoutResult(_ -> add(sample, hash));
        } catch (AccountRefused e) {
            if (accounts.loadByUserName(sample.userName()).isEmpty()) {
                throw e;
            }
        }
    }

    private void add(Sample sample, String hash) {
        var now = clock.instant();
        var account =
                Account.staff(
                        new Account.Owner(sample.name(), person(sample), home(sample)),
                        sample.userName(),
                        null,
                        null,
                        now);
        account.changePassword(hash, now);
        for (var role : sample.roles()) {
            account.give(
                    new Grant(
                            GrantId.next(),
                            role,
                            place(role),
                            placeName(role),
                            FROM,
                            UNTIL,
                            new Grant.Given(now, "演示", null, false),
                            null));
        }
        accounts.add(account);
        audit.record(
                Actor.program("account.demo"), Act.of("account.created", "account", account.id()));
    }

    private PersonId person(Sample sample) {
        return identities.register(
                Actor.program("account.demo"),
                new NewAccount.Identity(sample.name(), sample.document(), null, null),
                null,
                "演示");
    }

    private static @Nullable DivisionCode home(Sample sample) {
        return Places.division(place(sample.roles().getFirst()));
    }

    private static Place place(Role role) {
        return switch (role.office()) {
            case PROVINCE -> new Place.InDivision(PROVINCE);
            case CITY -> new Place.InDivision(CITY);
            case COUNTY -> new Place.InDivision(COUNTY);
            case BODY, HALL -> new Place.AtBody(BODY, CITY);
            case EXPERT, CANDIDATE -> new Place.Self();
            case AUDIT, SYSTEM -> new Place.Everywhere();
        };
    }

    private String placeName(Role role) {
        return place(role) instanceof Place.AtBody ? BODY_NAME : places.name(place(role), FROM);
    }

    /** Invented people; {@code born} only makes their numbers differ. */
    private record Sample(String userName, String name, LocalDate born, List<Role> roles) {
        private static final LocalDate FIRST_BORN = LocalDate.of(1980, 1, 1);
        private static final String CHECK_DIGITS = "0123456789X";

        private static final List<String> NAMES =
                List.of(
                        "沈知远", "林知夏", "陆明川", "顾怀瑾", "方如许", "许清扬", "唐慕云", "宋见山", "韩若谷", "冯亦舟", "程望舒",
                        "曹静言", "袁书白", "邓予安", "傅景行", "彭听澜", "苏时雨", "潘行知", "蒋随风", "余晚晴", "魏长庚", "叶知秋",
                        "杜若水", "梁思齐", "钟未央", "姚秋实", "卢云深", "谭江月", "姜明德");

        static List<Sample> all() {
            var names = NAMES.iterator();
            var samples = new ArrayList<Sample>();
            var born = FIRST_BORN;
            for (var role : Role.values()) {
                if (role != Role.CANDIDATE) {
                    samples.add(new Sample(userName(role), names.next(), born, List.of(role)));
                    born = born.plusDays(1);
                }
            }
            samples.add(
                    new Sample(
                            "demo-administrator-2",
                            "郑安和",
                            born,
                            List.of(Role.ADMINISTRATOR, Role.AUDITOR)));
            return List.copyOf(samples);
        }

        /** A resident ID with the right check digit, of a sequence that is not given out. */
        IdentityDocument document() {
            var digits = "330106" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "000";
            return CHECK_DIGITS
                    .chars()
                    .mapToObj(check -> digits + (char) check)
                    .flatMap(number -> wellFormed(number).stream())
                    .findFirst()
                    .orElseThrow();
        }

        private static Optional<IdentityDocument> wellFormed(String number) {
            try {
                return Optional.of(new IdentityDocument(IdentityDocument.Kind.RESIDENT_ID, number));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }

        private static String userName(Role role) {
            return "demo-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
