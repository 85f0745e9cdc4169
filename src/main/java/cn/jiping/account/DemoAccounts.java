package cn.jiping.account;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Office;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private final SignIns signIns;
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
            SignIns signIns,
            Places places,
            AuditTrail audit,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${jiping.demo:false}") boolean demo,
            @Value("${jiping.demo.password:jiping-demo-2021}") String password) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.identities = identities;
        this.signIns = signIns;
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
                                                placeName(sample.roles().getFirst(), At.HOME),
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
                : Stream.concat(SAMPLES.stream().map(Sample::userName), Sample.userNamesElsewhere())
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
        make(SAMPLES);
    }

    /**
     * 各市演示账号: those who carry a season in the cities of the bodies; they sign in as the demo's own
     * do, with the first four digits of the city after the name, such as {@code
     * demo-city-clerk-3302}.
     */
    public void open(List<BodyDirectory.Entry> bodies) {
        make(
                bodies.stream()
                        .filter(body -> !body.id().equals(BODY))
                        .map(body -> new At(body.division(), county(body), body.id(), body.name()))
                        .flatMap(at -> Sample.at(at).stream())
                        .toList());
    }

    /** One of its counties: the one the list of places names first. */
    private DivisionCode county(BodyDirectory.Entry body) {
        return places.counties(body.division(), FROM).getFirst();
    }

    /**
     * Who would be signed in with the role at the city, its county or its body; in the province's
     * roles, whichever city is named.
     */
    public Actor actor(Role role, DivisionCode city) {
        var province = role.office() == Office.PROVINCE;
        var name = Sample.userName(role, province ? CITY : city);
        return accounts.loadByUserName(name)
                .flatMap(account -> signIns.present(account.id(), clock.instant(), null, "demo"))
                .orElseThrow(() -> new IllegalStateException("No demo account " + name))
                .actor();
    }

    /** Who would be signed in with the phone; empty if nobody registered with it. */
    public Optional<Actor> candidate(String phone) {
        return accounts.loadCandidateByPhone(phone)
                .flatMap(account -> signIns.present(account.id(), clock.instant(), null, "demo"))
                .map(SignedIn::actor);
    }

    /**
     * A candidate of the demo, as after the first sign-in with phone and code; the same one if they
     * are there already.
     */
    public Actor candidate(String phone, NewAccount.Identity identity) {
        return candidate(phone)
                .orElseGet(() -> {
                    var account = transaction.execute(_ -> add(phone, identity));
                    return signIns.present(
                                    Objects.requireNonNull(account).id(),
                                    clock.instant(),
                                    null,
                                    "demo")
                            .orElseThrow()
                            .actor();
                });
    }

    private Account add(String phone, NewAccount.Identity identity) {
        var now = clock.instant();
        var program = Actor.program("account.demo");
        var account = Account.candidate(phone, now);
        account.belongTo(identities.register(program, identity, phone, "演示"), identity.name());
        account.give(
                new Grant(
                        GrantId.next(),
                        Role.CANDIDATE,
                        new Place.Self(),
                        "",
                        FROM,
                        null,
                        new Grant.Given(now, "演示", null, false),
                        null));
        accounts.add(account);
        audit.record(program, Act.of("account.created", "account", account.id()));
        return account;
    }

    private void make(List<Sample> samples) {
        var missing =
                samples.stream()
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
                            place(role, sample.at()),
                            placeName(role, sample.at()),
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
        return Places.division(place(sample.roles().getFirst(), sample.at()));
    }

    private static Place place(Role role, At at) {
        return switch (role.office()) {
            case PROVINCE -> new Place.InDivision(PROVINCE);
            case CITY -> new Place.InDivision(at.city());
            case COUNTY -> new Place.InDivision(at.county());
            case BODY, HALL -> new Place.AtBody(at.body(), at.city());
            case EXPERT, CANDIDATE -> new Place.Self();
            case AUDIT, SYSTEM -> new Place.Everywhere();
        };
    }

    private String placeName(Role role, At at) {
        return place(role, at) instanceof Place.AtBody
                ? at.bodyName()
                : places.name(place(role, at), FROM);
    }

    /** Where the roles of a city, its county and its body are held. */
    private record At(DivisionCode city, DivisionCode county, BodyId body, String bodyName) {
        static final At HOME = new At(CITY, COUNTY, BODY, BODY_NAME);

        /** The first four digits of the city. */
        int number() {
            return Integer.parseInt(city.value().substring(0, 4));
        }
    }

    /** Invented people; {@code born} only makes their numbers differ. */
    private record Sample(String userName, String name, LocalDate born, List<Role> roles, At at) {
        private static final LocalDate FIRST_BORN = LocalDate.of(1980, 1, 1);

        private static final String SURNAMES = "赵钱孙李周吴郑王褚卫尤";
        private static final List<String> GIVEN =
                List.of("知行", "明远", "若水", "怀谷", "清川", "云起", "景和", "望之");
        private static final List<Role> SEASON =
                List.of(
                        Role.CITY_CLERK,
                        Role.CITY_REVIEWER,
                        Role.CITY_APPROVER,
                        Role.CITY_FINANCE,
                        Role.COUNTY_CLERK,
                        Role.BODY_ELIGIBILITY_REVIEWER,
                        Role.BODY_EXAM_AFFAIRS,
                        Role.INVIGILATOR);

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
                    samples.add(
                            new Sample(userName(role), names.next(), born, List.of(role), At.HOME));
                    born = born.plusDays(1);
                }
            }
            samples.add(
                    new Sample(
                            "demo-administrator-2",
                            "郑安和",
                            born,
                            List.of(Role.ADMINISTRATOR, Role.AUDITOR),
                            At.HOME));
            return List.copyOf(samples);
        }

        static Stream<String> userNamesElsewhere() {
            return DemoBodies.ALL.stream()
                    .map(BodyDirectory.Entry::division)
                    .filter(city -> !city.equals(CITY))
                    .flatMap(city -> SEASON.stream().map(role -> userName(role, city)));
        }

        /** Those who carry a season in a city other than the demo's own. */
        static List<Sample> at(At at) {
            var surname = SURNAMES.charAt(at.number() % SURNAMES.length());
            var samples = new ArrayList<Sample>();
            for (var role : SEASON) {
                var n = samples.size();
                samples.add(
                        new Sample(
                                userName(role, at.city()),
                                surname + GIVEN.get(n),
                                FIRST_BORN.plusYears(1).plusDays(at.number() % 100 * 20L + n),
                                List.of(role),
                                at));
            }
            return List.copyOf(samples);
        }

        /** A resident ID with the right check digit, of a sequence that is not given out. */
        IdentityDocument document() {
            return IdentityDocument.resident(
                    "330106" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "000");
        }

        static String userName(Role role, DivisionCode city) {
            return city.equals(CITY)
                    ? userName(role)
                    : userName(role) + "-" + city.value().substring(0, 4);
        }

        private static String userName(Role role) {
            return "demo-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
