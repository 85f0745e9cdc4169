package cn.jiping.browser;

import static cn.jiping.person.PersonFixtures.passport;
import static cn.jiping.person.PersonFixtures.residentId;

import cn.jiping.account.AccountQuery;
import cn.jiping.account.Accounts;
import cn.jiping.account.DemoAccounts;
import cn.jiping.audit.ActFilter;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.RecurringJob;
import cn.jiping.draw.DrawAnnouncement;
import cn.jiping.draw.DrawId;
import cn.jiping.draw.DrawRules;
import cn.jiping.draw.Draws;
import cn.jiping.draw.Exclusion;
import cn.jiping.draw.Party;
import cn.jiping.draw.PoolEntry;
import cn.jiping.draw.Secret;
import cn.jiping.notice.Argument;
import cn.jiping.notice.Channel;
import cn.jiping.notice.NoticeCategory;
import cn.jiping.notice.NoticeDraft;
import cn.jiping.notice.NoticeSubject;
import cn.jiping.notice.NoticeTemplate;
import cn.jiping.notice.Notices;
import cn.jiping.notice.Recipient;
import cn.jiping.person.PersonDraft;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.PersonMerges;
import cn.jiping.person.Persons;
import cn.jiping.person.Place;
import cn.jiping.policy.DecisionFilter;
import cn.jiping.policy.LawDrafts;
import cn.jiping.policy.Replays;
import cn.jiping.policy.ThirdProvince;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Sex;
import cn.jiping.shared.Source;
import cn.jiping.task.Deadline;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskId;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import cn.jiping.territory.Adjustment;
import cn.jiping.territory.Territories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** One matter of each kind in the demo's Hangzhou, so that every page has something to show. */
final class Matters {
    static final DivisionCode HANGZHOU = new DivisionCode("330100");
    static final Actor PROGRAM = Actor.program("tests");
    private static final LocalDate BORN = LocalDate.of(1986, 7, 1);
    private static final Paging FIRST = Paging.within(1, 50);

    private final ApplicationContext context;
    private final Actor centre;

    Matters(ApplicationContext context) {
        this.context = context;
        this.centre = clerk(account("demo-city-clerk"));
    }

    private static Actor clerk(AccountId account) {
        return new Actor(
                account,
                null,
                "方如许",
                Role.CITY_CLERK,
                "杭州市",
                Scope.ofDivisions(Set.of(HANGZHOU)),
                "127.0.0.1");
    }

    /** Lets a job of the program run, which in tests none does by itself. */
    void run(String job) {
        context.getBeanProvider(RecurringJob.class).stream()
                .filter(candidate -> candidate.name().equals(job))
                .forEach(RecurringJob::run);
    }

    <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    AccountId account(String userName) {
        return the(Accounts.class)
                .page(administrator(), everything(userName), FIRST)
                .rows()
                .stream()
                .filter(row -> userName.equals(row.userName()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static AccountQuery everything(String userName) {
        return new AccountQuery(userName, null, null, null, AccountQuery.Order.CREATED, true);
    }

    private static Actor administrator() {
        return new Actor(
                AccountId.next(), null, "姜明德", Role.ADMINISTRATOR, "", Scope.all(), "127.0.0.1");
    }

    /** A one-time link to set a password with. */
    String link() {
        return the(Accounts.class)
                .issueLink(administrator(), account("demo-marker"), "本人来电")
                .orElseThrow()
                .path();
    }

    /** Moves the business clock to where the system clock stands. */
    void untilToday() {
        the(BusinessClock.class).moveTo(the(Clock.class).instant());
    }

    PersonId person(String name) {
        var person =
                the(Persons.class)
                        .register(
                                PROGRAM,
                                PersonFixtures.draft(name, "13800007777", residentId(BORN)));
        the(Persons.class).link(person, Place.of(HANGZHOU), "registration");
        return person;
    }

    /** The same person once more, by passport. */
    PersonId twin(String name) {
        var number =
                "E%08d".formatted(Math.floorMod(Ids.next().getLeastSignificantBits(), 99_999_999));
        var draft =
                new PersonDraft(
                        name,
                        List.of(passport(number)),
                        BORN,
                        Sex.FEMALE,
                        "13800007777",
                        null,
                        "护照");
        var twin = the(Persons.class).register(PROGRAM, draft);
        the(Persons.class).link(twin, Place.of(HANGZHOU), "registration");
        return twin;
    }

    UUID duplicate() {
        return the(PersonMerges.class).duplicates(centre.scope(), FIRST).rows().getFirst().id();
    }

    UUID merge(PersonId kept, PersonId absorbed) {
        return the(PersonMerges.class).propose(centre, kept, absorbed, "核对护照和身份证照片");
    }

    UUID decree() {
        return the(Territories.class)
                .adjust(
                        administrator(),
                        new Adjustment.Rename(new DivisionCode("330803"), "测试区"),
                        LocalDate.of(2090, 1, 1),
                        "国务院批复（测试）");
    }

    String act() {
        return the(AuditTrail.class)
                .page(Scope.all(), ActFilter.ALL, FIRST)
                .rows()
                .getFirst()
                .id()
                .toString();
    }

    String notice() {
        var template =
                new NoticeTemplate(
                        "task.due-soon", NoticeCategory.REMINDER, Channel.EMAIL, Channel.SMS);
        the(Notices.class)
                .send(
                        new NoticeDraft(
                                template,
                                List.of(new Recipient.OfAccount(centre.requireAccount())),
                                List.of(
                                        Argument.of("核对报送的考务安排"),
                                        Argument.of(the(BusinessClock.class).today().plusDays(3)),
                                        Argument.of(3)),
                                new NoticeSubject("demo", "1", "/authority/tasks"),
                                Ids.next().toString()));
        return the(Notices.class)
                .inbox(centre, new cn.jiping.notice.InboxSearch(true, null, null), FIRST)
                .rows()
                .getFirst()
                .id()
                .toString();
    }

    /** A task that the role's door shows. */
    TaskId task(Role role, String matter) {
        var place =
                switch (role.office()) {
                    case PROVINCE, CITY, COUNTY -> new TaskPlace.Division(HANGZHOU);
                    case BODY, HALL ->
                            new TaskPlace.Body(DemoAccounts.BODY, DemoAccounts.BODY_NAME);
                    case EXPERT, CANDIDATE, AUDIT, SYSTEM -> new TaskPlace.Platform();
                };
        return task(Set.of(role), place, matter);
    }

    TaskId task(Set<Role> roles, TaskPlace place, String matter) {
        return the(Tasks.class)
                .open(
                        PROGRAM,
                        new TaskDraft(
                                TaskKind.doneByHand("demo"),
                                List.of(Argument.of(matter)),
                                new TaskSubject("demo", matter, "/authority/tasks"),
                                place,
                                roles,
                                Deadline.endOf(
                                        the(BusinessClock.class).today().plusDays(3),
                                        new Source.Practice("演示数据，不是真实期限")),
                                Ids.next().toString()));
    }

    /** A draw of three assessors that nobody committed to yet. */
    DrawId announced() {
        return the(Draws.class).announce(centre, announcement());
    }

    /** One whose public value is known and whose secrets are not. */
    DrawId valueFixed(Secret a, Secret b) {
        var id = announced();
        var draws = the(Draws.class);
        draws.commit(centre, id, Party.A, draws.commitment(centre, id, Party.A, a));
        draws.commit(head(), id, Party.B, draws.commitment(head(), id, Party.B, b));
        var clock = the(BusinessClock.class);
        clock.moveTo(clock.now().plus(Duration.ofHours(2)));
        draws.fixPublicValue(centre, id, "047", "第2024093期");
        return id;
    }

    DrawId drawn() {
        var a = Secret.random();
        var b = Secret.random();
        var id = valueFixed(a, b);
        the(Draws.class).reveal(centre, id, Party.A, a);
        the(Draws.class).reveal(head(), id, Party.B, b);
        the(Draws.class).draw(centre, id);
        return id;
    }

    private static Actor head() {
        return new Actor(
                AccountId.next(),
                null,
                "魏长庚",
                Role.BODY_HEAD,
                DemoAccounts.BODY_NAME,
                Scope.ofBody(DemoAccounts.BODY),
                "127.0.0.1");
    }

    private DrawAnnouncement announcement() {
        var now = the(BusinessClock.class).now();
        return new DrawAnnouncement(
                new DrawAnnouncement.Heading(
                        "assessor",
                        "考评员随机抽取",
                        new DrawAnnouncement.Subject("plan", Ids.next().toString()),
                        new DrawAnnouncement.Place(HANGZHOU, DemoAccounts.BODY),
                        new Source.Clause("ZJ2023-20", "二(五)"),
                        false,
                        null),
                times(now),
                new DrawAnnouncement.Seats(
                        new DrawAnnouncement.Seat(
                                DrawAnnouncement.Seat.Sitter.AUTHORITY, "杭州市技能评价中心"),
                        new DrawAnnouncement.Seat(
                                DrawAnnouncement.Seat.Sitter.BODY, DemoAccounts.BODY_NAME)),
                new DrawAnnouncement.PublicSource(
                        DrawAnnouncement.PublicSource.Origin.EXTERNAL_REFERENCE,
                        "福利彩票3D 2024093期开奖号码",
                        "中国福利彩票官方网站"),
                DrawRules.simply(3, 2).spread("单位", 2),
                pool(),
                Ids.next().toString());
    }

    private static DrawAnnouncement.Times times(Instant now) {
        var hour = now.plus(Duration.ofHours(1));
        return new DrawAnnouncement.Times(hour, hour, now.plus(Duration.ofHours(9)), now);
    }

    private static DrawAnnouncement.Pool pool() {
        var entries =
                IntStream.rangeClosed(1, 12)
                        .mapToObj(n ->
                                new PoolEntry(
                                        "KP" + (1000 + n),
                                        "考评员" + n,
                                        1,
                                        Map.of("单位", "单位" + n % 5)))
                        .toList();
        return new DrawAnnouncement.Pool(
                entries,
                List.of(
                        new Exclusion(
                                "KP3310432",
                                "林怀瑾",
                                "现工作单位就是本次评价机构",
                                new Source.Clause("ZJ2022-16", "五(五)"))));
    }

    /** A draft of law that changes one number. */
    UUID lawDraft() {
        var law =
                """
                - from: 2021-01-01
                  source: { document: ZJ2021, clause: "二(二)" }
                  threshold: 9
                """;
        return the(LawDrafts.class)
                .upload(
                        province(),
                        "开考人数",
                        "测试",
                        ThirdProvince.zip(Map.of("33/plan/group-size.yaml", law)))
                .id();
    }

    UUID lawReplay(UUID draft) {
        return the(Replays.class).ask(province(), draft, DecisionFilter.ALL).id();
    }

    private static Actor province() {
        return new Actor(
                AccountId.next(),
                null,
                "方如许",
                Role.PROVINCE_CLERK,
                "浙江省",
                Scope.ofDivisions(Set.of(new DivisionCode("330000"))),
                "127.0.0.1");
    }

    /** The person of a candidate at a screen, who says for the first time who they are. */
    PersonId identified(Visitor candidate) {
        return saysWhoTheyAre(candidate.visit("/account/identity"));
    }

    /** The same on the page that asks for it. */
    PersonId saysWhoTheyAre(Visitor candidate) {
        var document = residentId(BORN);
        candidate.fill("姓名", "演示沈清和");
        candidate.fill("证件号码", document.number()).press("提交");
        candidate.sees("身份信息已登记");
        return the(Persons.class).findByDocument(document).orElseThrow();
    }
}
