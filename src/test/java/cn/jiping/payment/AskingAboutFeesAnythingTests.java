package cn.jiping.payment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Occupation;
import cn.jiping.policy.AnyFacts;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked: an answer with its sources, or a refusal that says why, and nothing else. */
class AskingAboutFeesAnythingTests {
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
        return Stream.of(new FeeBasisTopic(), new SettlementTopic());
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
    void moreCandidatesNeverCostLess() {
        var law =
                ProgramBook.inForce()
                        .in(new Jurisdiction("33"), LocalDate.of(2021, 10, 23))
                        .require(SettlementTerms.class);
        var before = -1L;
        for (var persons = 0; persons < 2000; persons++) {
            var amount = new SettlementRule(law).amount(persons).value();
            assertThat(amount).isGreaterThan(before);
            before = amount;
        }
    }
}
