package cn.jiping.institution;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Occupation;
import cn.jiping.policy.AnyFacts;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.ProgramBook;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: an answer with its sources, or a refusal that says why, and nothing else. */
class AskingAboutLevelsAnythingTests {
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
        return Stream.of(new LevelsTopic());
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
}
