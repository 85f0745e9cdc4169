package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.ANNOUNCED;
import static cn.jiping.draw.DrawFixtures.COMMIT_BY;
import static cn.jiping.draw.DrawFixtures.announcement;
import static cn.jiping.draw.DrawFixtures.assessor;
import static cn.jiping.draw.DrawFixtures.assessors;
import static cn.jiping.draw.DrawFixtures.weighing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.jiping.draw.DrawRules.Quota;
import cn.jiping.shared.InvalidInput.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncingADrawTests {
    private static final DrawLimits LIMITS = new DrawLimits(100, 10);

    @Test
    void findsNothingWrongWithAGoodOne() {
        assertThat(faults(DrawRules.simply(5, 2), assessors(12))).isEmpty();
    }

    @Test
    void refusesNumbersGivenTwiceOrExcluded() {
        var pool = new ArrayList<>(assessors(3));
        pool.add(assessors(1).getFirst());
        pool.add(assessor(DrawFixtures.EXCLUDED.number(), "考评员", "甲"));

        assertThat(faults(DrawRules.simply(1, 0), pool))
                .extracting(Fault::code, Fault::field)
                .containsExactly(
                        tuple("draw.number-twice", "pool.KP1001"),
                        tuple("draw.number-twice", "pool.KP3310432"));
    }

    @Test
    void refusesNumbersThatCouldForgeAKey() {
        assertThat(codes(DrawRules.simply(1, 0), List.of(weighing("A|1", 1))))
                .contains("draw.number");
    }

    @Test
    void refusesWeightsOutsideTheLimits() {
        assertThat(codes(DrawRules.simply(1, 0), List.of(weighing("A", 0), weighing("B", 11))))
                .containsExactly("draw.weight-too-large", "draw.weight");
    }

    @Test
    void explainsWhyThePoolIsTooSmall() {
        assertThat(faults(DrawRules.simply(13, 0), assessors(12)))
                .extracting(Fault::code, Fault::arguments)
                .containsExactly(tuple("draw.pool-too-small", List.of(12, 13)));
    }

    @Test
    void explainsWhichQuotaCannotBeReached() {
        var rules = DrawRules.simply(8, 0).grouped("等级", Quota.atLeast("高级考评员", 7));

        assertThat(faults(rules, assessors(12)))
                .extracting(Fault::code, Fault::arguments)
                .containsExactly(tuple("draw.quota-unreachable", List.of("高级考评员", 7, 6L)));
    }

    @Test
    void explainsHowManyTheRulesTogetherAllow() {
        var rules = DrawRules.simply(8, 0).spread("单位", 1);

        assertThat(faults(rules, assessors(12)))
                .extracting(Fault::code, Fault::arguments)
                .containsExactly(tuple("draw.rules-impossible", List.of(8, 7)));
    }

    @Test
    void refusesToSpreadOverWhatAnEntryDoesNotSay() {
        var pool = List.of(weighing("A", 1), weighing("B", 1));

        assertThat(codes(DrawRules.simply(1, 0).spread("单位", 1), pool))
                .contains("draw.attribute-missing");
    }

    @Test
    void refusesTermsThatAreOverOrOutOfOrder() {
        assertThat(faultsAt(COMMIT_BY)).contains("draw.past");
        assertThat(faultsAt(COMMIT_BY.minusMillis(1))).isEmpty();
    }

    private static List<String> faultsAt(Instant now) {
        return AnnouncementFaults.of(
                        announcement(DrawRules.simply(1, 0), assessors(3)), LIMITS, now)
                .stream()
                .map(Fault::code)
                .toList();
    }

    private static List<Fault> faults(DrawRules rules, List<PoolEntry> pool) {
        return AnnouncementFaults.of(announcement(rules, pool), LIMITS, ANNOUNCED);
    }

    private static List<String> codes(DrawRules rules, List<PoolEntry> pool) {
        return faults(rules, pool).stream().map(Fault::code).toList();
    }
}
