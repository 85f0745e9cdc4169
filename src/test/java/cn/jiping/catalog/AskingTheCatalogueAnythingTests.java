package cn.jiping.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import cn.jiping.shared.EvaluationKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AskingTheCatalogueAnythingTests {
    private final EvaluationKindTopic kinds = new EvaluationKindTopic();

    @Test
    void exactlyOneKindIsOpen() {
        for (var facts : WholeSpace.of(EvaluationKindTopic.Facts.class)) {
            if (WholeSpace.ask(kinds, facts).isPresent()) {
                assertThat(EvaluationKind.values())
                        .filteredOn(kind ->
                                WholeSpace.allows(kinds, WholeSpace.with(facts, "kind", kind)))
                        .as("%s", facts)
                        .hasSize(1);
            }
        }
    }

    @Test
    void whatWasTakenOutOnceIsNeverAppraisedAgain() {
        for (var facts : WholeSpace.of(CatalogueStatusTopic.Facts.class)) {
            if (status(facts).filter(CatalogueStatus.EXITED::equals).isPresent()) {
                var later = WholeSpace.with(facts, "on", facts.on().plusDays(100));

                assertThat(status(later)).as("%s", facts).contains(CatalogueStatus.EXITED);
            }
        }
    }

    private static Optional<Object> status(CatalogueStatusTopic.Facts facts) {
        return WholeSpace.ask(new CatalogueStatusTopic(), facts)
                .map(answer -> Objects.requireNonNull(answer.outcome().get("status")));
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
