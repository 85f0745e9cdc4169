package cn.jiping.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.AnyFacts;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: an answer with its sources, or a refusal that says why, and nothing else. */
class AskingTheCatalogueAnythingTests {
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
        return Stream.of(new CatalogueStatusTopic(), new EvaluationKindTopic());
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

    @ParameterizedTest
    @MethodSource("outOfTheCatalogue")
    void whatIsOutStaysOut(String occupation) {
        var out = false;
        for (var day = LocalDate.of(2020, 7, 21); day.getYear() < 2022; day = day.plusDays(1)) {
            var status =
                    Catalogue.in(ProgramBook.inForce())
                            .standing(new Jurisdiction("33"), occupation, day)
                            .value()
                            .status();
            assertThat(out && status != CatalogueStatus.EXITED).as(day.toString()).isFalse();
            out = status == CatalogueStatus.EXITED;
        }

        assertThat(out).isTrue();
    }

    static List<String> outOfTheCatalogue() {
        return List.of("车工", "电工", "健康管理师", "茶艺师");
    }
}
