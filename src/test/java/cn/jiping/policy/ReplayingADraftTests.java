package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Program;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Paging;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A draft tried on what was decided, piece by piece, surviving a kill. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class ReplayingADraftTests {
    private static final String RESIT = "33/score/resit.yaml";
    private static final String TWO_RESITS =
            """
            - from: 2021-01-01
              source: { document: ZJ2021, clause: "二(二)" }
              keptFor: P1Y
              resits: 2
            """;
    private static final Paging FIRST = Paging.within(1, 200);
    private static final Actor ZHEJIANG = DraftingLawTests.of("330000");

    @Autowired Replays replays;
    @Autowired ReplayStore store;
    @Autowired LawDrafts drafts;
    @Autowired Decisions decisions;
    @Autowired DemoDecisions demo;
    @Autowired ApplicationContext context;
    @TempDir Path folder;

    private LawDraft draft() {
        return drafts.upload(ZHEJIANG, "两次补考", "", ThirdProvince.zip(Map.of(RESIT, TWO_RESITS)));
    }

    /** One application whose resits are used once, and one that has used none. */
    private String decided(int resitsUsed, String division) {
        var id = Ids.next().toString();
        decisions.decide(
                Actor.program("tests"),
                new DecisionDraft(
                        new DecisionDraft.About("application", id),
                        "resit",
                        "",
                        """
                        {"on": "2022-05-10", "publishedOn": "2021-11-20", "resitsUsed": %d}
                        """
                                .formatted(resitsUsed),
                        new DivisionCode(division),
                        null));
        return id;
    }

    private void toTheEnd() {
        while (replays.advanceOnce()) {}
    }

    private List<ReplayDifference> differences(UUID replay) {
        return replays.differences(ZHEJIANG, replay, DifferenceFilter.ALL, FIRST).rows();
    }

    @Test
    void namesEveryDecisionThatChangesWithBothAnswersAndClauses() {
        var changed = decided(1, "330000");
        decided(0, "330000");
        decided(2, "330000");

        var asked = replays.ask(ZHEJIANG, draft().id(), DecisionFilter.ALL);
        toTheEnd();

        var found =
                differences(asked.id()).stream()
                        .filter(d -> d.about().id().equals(changed))
                        .findFirst()
                        .orElseThrow();
        assertThat(found.kind()).isEqualTo(ReplayDifference.Kind.VERDICT);
        assertThat(found.was().allowed()).isFalse();
        assertThat(found.becomes().allowed()).isTrue();
        assertThat(found.was().reasons().getFirst().clause()).isEqualTo("二(二)");
        var done = replays.replay(ZHEJIANG, asked.id());
        assertThat(done.whole()).isTrue();
        assertThat(done.progress().counts().judged()).isEqualTo(done.progress().total());
    }

    @Test
    void findsDecisionsOfTheDemoThatItWouldChange() {
        demo.decide();
        var once = decisionsOfTheDemo();
        demo.decide();

        assertThat(decisionsOfTheDemo()).isEqualTo(once).hasSize(300);
        assertThat(once)
                .allSatisfy(decision -> assertThat(decision.about().id()).startsWith("演示-"));
        var asked = replays.ask(ZHEJIANG, draft().id(), DecisionFilter.ALL);
        toTheEnd();
        assertThat(replays.export(everywhere(), asked.id(), DifferenceFilter.ALL))
                .toIterable()
                .filteredOn(found -> found.about().type().equals("demo"))
                .hasSizeGreaterThan(5)
                .allSatisfy(found -> assertThat(found.topic()).isEqualTo("resit"));
    }

    private List<Decision> decisionsOfTheDemo() {
        return IntStream.rangeClosed(1, 301)
                .mapToObj(n -> new DecisionDraft.About("demo", "演示-%04d".formatted(n)))
                .flatMap(about -> decisions.about(everywhere(), about).stream())
                .toList();
    }

    private static Actor everywhere() {
        return Actor.program("tests");
    }

    @Test
    void showsEachProvinceItsOwnOnly() {
        var here = decided(1, "330000");
        var elsewhere = decided(1, "220000");

        var asked = replays.ask(ZHEJIANG, draft().id(), DecisionFilter.ALL);
        toTheEnd();

        assertThat(differences(asked.id()))
                .extracting(d -> d.about().id())
                .contains(here)
                .doesNotContain(elsewhere);
    }

    @Test
    void goesOnAfterAKillWhereTheLastPieceEnded() {
        IntStream.range(0, 5).forEach(_ -> decided(1, "330000"));
        var asked = replays.ask(ZHEJIANG, draft().id(), DecisionFilter.ALL);
        var pieces = new SmallPieces(context, 2);

        pieces.replays().advanceOnce();
        var half = replays.replay(ZHEJIANG, asked.id());
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> pieces.killedInTheMiddle().advanceOnce());
        var afterTheKill = replays.replay(ZHEJIANG, asked.id());
        toTheEnd();

        assertThat(half.progress().counts().judged()).isEqualTo(2);
        assertThat(afterTheKill).isEqualTo(half);
        var whole = replays.replay(ZHEJIANG, asked.id());
        assertThat(whole.progress().counts().judged()).isEqualTo(whole.progress().total());
        var page = replays.differences(ZHEJIANG, asked.id(), DifferenceFilter.ALL, FIRST);
        assertThat(page.rows().stream().map(d -> d.about().id()).distinct())
                .hasSize(page.rows().size());
        assertThat(replays.export(ZHEJIANG, asked.id(), DifferenceFilter.ALL))
                .toIterable()
                .hasSize((int) page.total());
    }

    @Test
    void isNotWholeWhenNarrowedOrStopped() {
        decided(1, "330000");
        var draft = draft();
        var narrowed =
                replays.ask(
                        ZHEJIANG,
                        draft.id(),
                        new DecisionFilter("resit", new Jurisdiction("33"), null, null));
        assertThatExceptionOfType(LawRefused.class)
                .isThrownBy(() -> replays.ask(ZHEJIANG, draft.id(), DecisionFilter.ALL))
                .returns("law.replay-running", LawRefused::code);
        toTheEnd();
        var stopped = replays.ask(ZHEJIANG, draft.id(), DecisionFilter.ALL);
        replays.stop(ZHEJIANG, stopped.id());

        assertThat(replays.replay(ZHEJIANG, narrowed.id()).running()).isFalse();
        assertThat(replays.whole(draft)).isEmpty();
    }

    @Test
    void judgesTheCasesOfAFile() {
        var cases =
                """
                topic,case,on,publishedOn,resitsUsed,level,scores.theory
                resit,甲,2022-05-10,2021-11-20,1,,
                resit,乙,2022-05-10,2021-11-20,0,,
                pass,丙,,,,4,60
                """;

        var asked =
                replays.askCases(
                        ZHEJIANG,
                        draft().id(),
                        "cases.csv",
                        cases.getBytes(StandardCharsets.UTF_8));
        toTheEnd();

        assertThat(differences(asked.id()))
                .extracting(d -> d.about().id(), ReplayDifference::kind)
                .contains(org.assertj.core.groups.Tuple.tuple("甲", ReplayDifference.Kind.VERDICT))
                .doesNotContain(
                        org.assertj.core.groups.Tuple.tuple("丙", ReplayDifference.Kind.VERDICT));
    }

    @Test
    void namesTheLineOfACaseThatIsNone() {
        var cases = "topic,on\nresit,yesterday\nrezit,\n";

        assertThatExceptionOfType(LawFaulty.class)
                .isThrownBy(() ->
                        replays.askCases(
                                ZHEJIANG,
                                draft().id(),
                                "cases.csv",
                                cases.getBytes(StandardCharsets.UTF_8)))
                .satisfies(faulty ->
                        assertThat(faulty.faults())
                                .extracting(LawFault::line, LawFault::field)
                                .contains(
                                        org.assertj.core.groups.Tuple.tuple(2, "on"),
                                        org.assertj.core.groups.Tuple.tuple(3, "topic")));
    }

    @Test
    void runsAsACommandWithAWorkbook() throws IOException {
        decided(1, "330000");
        var law = Files.createDirectories(folder.resolve("law/33/score"));
        Files.writeString(law.resolve("resit.yaml"), TWO_RESITS);
        var sheet = folder.resolve("out.xlsx");

        assertThat(run("--law", folder.resolve("law").toString(), "--out", sheet.toString()))
                .contains("judged", "differ");
        assertThat(sheet).isNotEmptyFile();
        assertThat(run("--law", folder.resolve("law").toString())).contains("准许");
    }

    private String run(String... arguments) {
        var printed = new ByteArrayOutputStream();
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var program =
                new Program() {
                    @Override
                    public <F, R> R with(Class<F> facade, Function<F, R> work) {
                        return work.apply(context.getBean(facade));
                    }
                };
        var code = new ReplayCommand().run(new Invocation(List.of(arguments), out, out, program));
        assertThat(code).isEqualTo(CommandLine.DONE);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
