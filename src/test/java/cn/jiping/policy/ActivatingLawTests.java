package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.account.AccountRefused;
import cn.jiping.audit.AuditTrail;
import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.task.Tasks;
import cn.jiping.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/** Two persons put a draft into force, after its replay and never before. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
@SuppressWarnings("NullAway.Init") // made before each test
class ActivatingLawTests {
    private static final String GROUP = "33/plan/group-size.yaml";
    private static final Map<String, List<String>> SEVEN =
            Map.of("on", List.of("2027-05-01"), "applicants", List.of("7"));

    @Autowired LawDrafts drafts;
    @Autowired LawActivations activations;
    @Autowired LawVersions versions;
    @Autowired LawVersionStore store;
    @Autowired BookInForce inForce;
    @Autowired Calendars calendars;
    @Autowired LawSettings settings;
    @Autowired Replays replays;
    @Autowired Decisions decisions;
    @Autowired ApplicationContext context;
    @Autowired Policies policies;
    @Autowired ProgramLaw program;
    @Autowired Persons persons;
    @Autowired Tasks tasks;
    @Autowired AuditTrail audit;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    private Actor clerk;
    private Actor approver;

    @BeforeEach
    void twoPeople() {
        clerk = person(Role.PROVINCE_CLERK, "方如许", 1980);
        approver = person(Role.PROVINCE_APPROVER, "魏长庚", 1975);
    }

    private Actor person(Role role, String name, int year) {
        var id =
                persons.register(
                        Actor.program("tests"),
                        PersonFixtures.draft(
                                name,
                                "13800001111",
                                PersonFixtures.residentId(LocalDate.of(year, 3, 4))));
        return new Actor(
                AccountId.next(),
                id,
                name,
                role,
                "浙江省",
                Scope.ofDivisions(Set.of(new DivisionCode("330000"))),
                "127.0.0.1");
    }

    private LawDraft draft(int threshold) {
        return drafts.upload(
                clerk,
                "开考人数",
                "",
                ThirdProvince.zip(
                        Map.of(
                                GROUP,
                                """
                                - from: 2021-01-01
                                  source: { document: ZJ2021, clause: "二(二)" }
                                  threshold: %d
                                """
                                        .formatted(threshold))));
    }

    private LawDraft replayed(LawDraft draft) {
        replays.ask(clerk, draft.id(), DecisionFilter.ALL);
        while (replays.advanceOnce()) {}
        return draft;
    }

    private LawVersion activated(UUID draft) {
        activations.propose(clerk, draft);
        return activations.confirm(approver, draft);
    }

    @Test
    void aDecisionChangesAtOnceAndTheOldVersionStays() {
        var before = versions.inForce().orElseThrow();
        var draft = replayed(draft(7));

        var now = activated(draft.id());

        assertThat(policies.answer("group-size", SEVEN).allowed()).isTrue();
        assertThat(policies.book().hash()).isEqualTo(now.book());
        assertThat(now.number()).isEqualTo(before.number() + 1);
        assertThat(now.proposedBy()).isEqualTo("方如许");
        assertThat(now.confirmedBy()).isEqualTo("魏长庚");
        assertThat(versions.files(before)).isNotEmpty();

        var back = replayed(drafts.returnTo(clerk, before.number(), "改回"));
        activated(back.id());

        assertThat(policies.book().hash()).isEqualTo(before.book());
        assertThat(policies.answer("group-size", SEVEN).allowed()).isFalse();
    }

    @Test
    void aNewProvinceLaidIntoTheFolderAnswersAndDecisionsNameItsVersion(@TempDir Path folder) {
        layProvince98(folder);
        var reading = SmallPieces.draftsReading(folder, context);
        var before = versions.inForce().orElseThrow();

        var draft = transaction.execute(_ -> reading.readFolder(clerk, "第四省", ""));
        var now = activated(replayed(Objects.requireNonNull(draft)).id());

        var resit =
                decided(
                        "resit",
                        "{\"jurisdiction\": \"98\", \"on\": \"2027-05-10\","
                                + " \"publishedOn\": \"2025-05-10\", \"resitsUsed\": 2}");
        assertThat(resit.verdict().allowed()).isTrue();
        assertThat(resit.law()).isEqualTo(now.book()).isNotEqualTo(before.book());
        assertThat(versions.files(before)).doesNotContainKey("98/score/resit.yaml");
        assertThat(versions.files(now)).containsKey("98/score/resit.yaml");
    }

    /** Another province nobody programmed, as the operator lays it down. */
    private static void layProvince98(Path folder) {
        ThirdProvince.files()
                .forEach((path, text) -> {
                    var file = folder.resolve(path.replace("99/", "98/").replace("-1", "-2"));
                    try {
                        Files.createDirectories(file.getParent());
                        Files.writeString(
                                file,
                                text.replace("\"99\"", "\"98\"").replace("HW2025-1", "HW2025-2"));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Test
    void everyOtherProcessAnswersByItWithoutARestart() {
        var other = new BookInForce(program, store, calendars, SmallPieces.lookingAlways(settings));
        var before = other.book().hash();

        var now = activated(replayed(draft(3)).id());

        assertThat(other.book().hash()).isEqualTo(now.book()).isNotEqualTo(before);
    }

    @Test
    void answersGoOnByTheBookSeenLastWhileOneLooks() {
        var other = new BookInForce(program, store, calendars, SmallPieces.lookingAlways(settings));
        var last = other.book();

        transaction.executeWithoutResult(_ -> {
            jdbc.sql("lock table policy.in_force in access exclusive mode").update();
            var looking = CompletableFuture.supplyAsync(other::book, Thread::startVirtualThread);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> looking.get(300, TimeUnit.MILLISECONDS));
            assertThat(CompletableFuture.supplyAsync(other::book, Thread::startVirtualThread))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isSameAs(last);
        });
    }

    @Test
    void notBeforeAWholeReplayOfExactlyThisDraft() {
        var draft = draft(8);

        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> activations.propose(clerk, draft.id()))
                .returns("law.not-replayed", LawRefused::code);
    }

    /** As many applicants as one group has, for a plan that may start or not. */
    private String decided(int applicants) {
        return decided("group-size", "{\"on\": \"2027-05-01\", \"applicants\": " + applicants + "}")
                .about()
                .id();
    }

    private Decision decided(String topic, String facts) {
        return decisions.decide(
                Actor.program("tests"),
                new DecisionDraft(
                        new DecisionDraft.About("plan", Ids.next().toString()),
                        topic,
                        "",
                        facts,
                        new DivisionCode("330000"),
                        null));
    }

    private List<String> differences(LawDraft draft) {
        var whole = replays.whole(draft).orElseThrow();
        return replays
                .differences(clerk, whole.id(), DifferenceFilter.ALL, Paging.within(1, 200))
                .rows()
                .stream()
                .map(found -> found.about().id())
                .toList();
    }

    private void inOne(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }

    @Test
    void judgesWithItWhatWasDecidedSinceTheReplay() {
        var draft = replayed(draft(11));
        activations.propose(clerk, draft.id());
        var since = decided(10);
        assertThat(differences(draft)).doesNotContain(since);

        activations.confirm(approver, draft.id());

        assertThat(differences(draft)).contains(since);
        var progress = replays.whole(draft).orElseThrow().progress();
        assertThat(progress.counts().judged()).isEqualTo(progress.total());
    }

    @Test
    void waitsForADecisionThatIsBeingTaken() throws Exception {
        var draft = replayed(draft(12));
        activations.propose(clerk, draft.id());
        var taken = new CompletableFuture<String>();

        var confirmed =
                transaction.execute(_ -> {
                    taken.complete(decided(11));
                    var confirming =
                            CompletableFuture.supplyAsync(
                                    () -> activations.confirm(approver, draft.id()));
                    assertThatExceptionOfType(TimeoutException.class)
                            .isThrownBy(() -> confirming.get(300, TimeUnit.MILLISECONDS));
                    return confirming;
                });

        assertThat(Objects.requireNonNull(confirmed).get(1, TimeUnit.MINUTES).book())
                .isEqualTo(draft.books().book());
        assertThat(differences(draft)).contains(taken.get());
    }

    @Test
    void notWhileMoreWasDecidedSinceThanItJudgesItself() {
        var draft = replayed(draft(13));
        var before = replays.whole(draft).orElseThrow().progress().counts().judged();
        var strict = SmallPieces.activationsJudging(1, context);
        IntStream.range(0, 3).forEach(_ -> decided(12));

        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> inOne(() -> strict.propose(clerk, draft.id())))
                .returns("law.newcomers", LawRefused::code)
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(3L));
        replays.bringUpToDate(clerk, draft.id());
        while (replays.advanceOnce()) {}

        assertThat(replays.whole(draft).orElseThrow().progress().counts().judged())
                .isEqualTo(before + 3);
        inOne(() -> strict.propose(clerk, draft.id()));
        IntStream.range(0, 2).forEach(_ -> decided(12));
        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> inOne(() -> strict.confirm(approver, draft.id())))
                .returns("law.newcomers", LawRefused::code);
        activations.withdraw(clerk, draft.id());
    }

    @Test
    void notByThePersonWhoProposedIt() {
        var draft = replayed(draft(9));
        activations.propose(approver, draft.id());

        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> activations.confirm(approver, draft.id()));
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> activations.refuse(approver, draft.id()));
        activations.withdraw(clerk, draft.id());
    }

    @Test
    void waitsInTheInboxOfTheApproverUntilItIsSettled() {
        var waiting = tasks.counts(approver.scope(), Role.PROVINCE_APPROVER).open();
        var draft = replayed(draft(6));

        activations.propose(clerk, draft.id());
        assertThat(tasks.counts(approver.scope(), Role.PROVINCE_APPROVER).open())
                .isEqualTo(waiting + 1);
        activations.refuse(approver, draft.id());

        assertThat(tasks.counts(approver.scope(), Role.PROVINCE_APPROVER).open())
                .isEqualTo(waiting);
        activations.propose(clerk, draft.id());
        activations.withdraw(clerk, draft.id());
        assertThat(tasks.counts(approver.scope(), Role.PROVINCE_APPROVER).open())
                .isEqualTo(waiting);
    }

    @Test
    void aDraftOverABookThatIsGoneIsLaidAgainFirst() {
        var late =
                replayed(drafts.upload(clerk, "第三省", "", ThirdProvince.zip(ThirdProvince.files())));
        activated(replayed(draft(5)).id());

        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> activations.propose(clerk, late.id()))
                .returns("law.book-changed", LawRefused::code);
        drafts.layAgain(clerk, late.id());
        activated(replayed(late).id());

        assertThat(policies.book().file(GROUP).orElseThrow()).contains("threshold: 5");
        assertThat(policies.book().document("HW2025-1")).isPresent();
    }

    @Test
    void aNewProgramsLawOnlyBecomesADraftOncePeopleHaveDecided() {
        activated(replayed(draft(4)).id());
        var before = versions.inForce();
        var newer = program.book().files();
        newer.computeIfPresent("33/score/resit.yaml", (_, law) -> law + "# revised\n");
        var upgraded = new LawVersions(store, new ProgramLaw(newer), inForce, drafts, audit, clock);

        transaction.executeWithoutResult(_ -> upgraded.takeUpWhatCameWithTheProgram());

        assertThat(versions.inForce()).isEqualTo(before);
        var proposal =
                drafts.page(clerk, LawDraft.State.OPEN, Paging.within(1, 200)).rows().stream()
                        .filter(d -> d.heading().origin() == LawDraft.Origin.PROGRAM)
                        .findFirst()
                        .orElseThrow();
        var files = store.loadFiles(proposal.books().book());
        assertThat(files.get("33/score/resit.yaml")).endsWith("# revised\n");
        assertThat(files.get(GROUP)).contains("threshold: 4");
    }
}
