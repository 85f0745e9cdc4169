package cn.jiping.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Occupation;
import cn.jiping.policy.AnyFacts;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.ProgramBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: an answer with its sources, or a refusal that says why, and nothing else. */
class AskingAboutPlansAnythingTests {
    private static final Path TREE =
            Path.of("src/main/resources/db/migration/territory/V2__zhejiang_and_jilin.sql");
    private static final int QUESTIONS = 1500;
    private static final List<String> DIVISIONS =
            List.of("330106", "330200", "330226", "330000", "220821", "220802", "220581", "22L001");

    private final AnyFacts any =
            new AnyFacts(
                    new SplittableRandom(20201231),
                    Map.of("occupation", occupations(), "division", DIVISIONS));

    private static List<String> occupations() {
        return Stream.concat(
                        Stream.of("焊工", "保安员", "车工", "电工", "星际领航员"),
                        Catalogue.in(ProgramBook.inForce()).all().stream().map(Occupation::name))
                .toList();
    }

    static Stream<DecisionTopic<?>> topics() {
        return Stream.of(
                new OrganiserTopic(),
                new GroupSizeTopic(),
                new ExitPlanTopic(),
                new ExitChoiceTopic(),
                new CohortCompletionTopic(),
                new PlanAdmissionTopic());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyAnswerSaysWhy(DecisionTopic<?> topic) {
        var answered = 0;
        for (var i = 0; i < QUESTIONS; i++) {
            var answer = AnyFacts.ask(topic, any.of(topic));
            assertThat(answer.stream().flatMap(a -> a.reasons().stream()))
                    .allSatisfy(reason -> assertThat(reason.source()).isNotNull());
            answered += answer.isPresent() ? 1 : 0;
        }

        assertThat(answered).as("questions answered").isPositive();
    }

    @Test
    void moreApplicantsNeverHurt() {
        var alone = false;
        for (var applicants = 0; applicants < 200; applicants++) {
            var facts = Map.of("on", "2021-10-23", "applicants", String.valueOf(applicants));
            var allowed = ProgramBook.ask(new GroupSizeTopic(), facts).allowed();
            assertThat(alone && !Boolean.TRUE.equals(allowed)).isFalse();
            alone = Boolean.TRUE.equals(allowed);
        }

        assertThat(alone).isTrue();
    }

    @Test
    void aLaterExamNeverReopensAClosedPlan() {
        var closed = false;
        for (var day = LocalDate.of(2020, 10, 10); day.getYear() < 2022; day = day.plusDays(1)) {
            var allowed = ProgramBook.ask(new ExitPlanTopic(), resit(day)).allowed();
            assertThat(closed && Boolean.TRUE.equals(allowed)).as(day.toString()).isFalse();
            closed = !Boolean.TRUE.equals(allowed);
        }

        assertThat(closed).isTrue();
    }

    private static Map<String, String> resit(LocalDate examOn) {
        return Map.of(
                "occupation", "车工",
                "announcedOn", "2020-10-10",
                "examOn", examOn.toString(),
                "resitOnly", "true");
    }

    @Test
    void everyPlaceOfTheLawBookIsOneOfTheTree() throws IOException {
        var tree = Files.readString(TREE);

        for (var path : List.of("places/22.csv", "places/33.csv")) {
            var places = ProgramBook.inForce().file(path).orElseThrow();
            assertThat(places.lines().skip(1).map(line -> line.split(",", -1)))
                    .hasSizeGreaterThan(70)
                    .allSatisfy(cells -> assertThat(tree).contains(cells[0], cells[1]));
        }
    }
}
