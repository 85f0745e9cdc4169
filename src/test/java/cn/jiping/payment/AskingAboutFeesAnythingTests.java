package cn.jiping.payment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.ProgramBook;
import cn.jiping.policy.WholeSpace;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AskingAboutFeesAnythingTests {
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
}
