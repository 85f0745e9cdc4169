package cn.jiping.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskingAboutFeesAnythingTests {
    private static final LocalDate ANNOUNCED = LocalDate.of(2021, 7, 1);

    @Test
    void onlyWhoSetsTheirOwnFeeMustPublishIt() {
        for (var facts : WholeSpace.of(FeeBasisTopic.Facts.class)) {
            WholeSpace.ask(new FeeBasisTopic(), facts)
                    .ifPresent(answer ->
                            assertThat(answer.outcome().containsKey("mustPublish"))
                                    .as("%s", facts)
                                    .isEqualTo(
                                            Objects.equals(
                                                    answer.outcome().get("basis"),
                                                    FeeBasis.OWN_COST)));
        }
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

    @Test
    void aHigherLevelNeverCostsLess() {
        var fees = new FeeRule(ProgramBook.inForce().in(new Jurisdiction("33"), ANNOUNCED));
        for (var item : List.of(FeeItem.THEORY, FeeItem.SKILLS)) {
            var before = Money.NOTHING;
            for (var level : EnumSet.range(SkillLevel.JUNIOR, SkillLevel.SENIOR_TECHNICIAN)) {
                var fee = fees.lines(level, Set.of(item)).value().getFirst().amount();
                assertThat(fee).isGreaterThanOrEqualTo(before);
                before = fee;
            }
        }
    }

    @Test
    void whoResitsPaysForWhatIsTakenAgainOnly() {
        var fees = new FeeRule(ProgramBook.inForce().in(new Jurisdiction("33"), ANNOUNCED));

        var resit = fees.lines(SkillLevel.SENIOR_TECHNICIAN, Set.of(FeeItem.REVIEW));

        assertThat(resit.value())
                .extracting(FeeLine::item, line -> line.amount().toString())
                .containsExactly(tuple(FeeItem.REVIEW, "260.00"));
    }
}
