package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.assessor;
import static cn.jiping.draw.DrawFixtures.assessors;
import static cn.jiping.draw.DrawFixtures.numbers;
import static cn.jiping.draw.DrawFixtures.weighing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.jiping.draw.DrawRules.Quota;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawingByRulesTests {
    private static final List<String> SEEDS =
            IntStream.range(0, 3000).mapToObj(i -> Sha256.of("seed " + i)).toList();

    @Test
    void doesNotCareInWhichOrderThePoolWasGiven() {
        var pool = new ArrayList<>(assessors(40));
        var rules = DrawRules.simply(6, 4).grouped("等级", Quota.atLeast("高级考评员", 2)).spread("单位", 1);
        var expected = new Drawing(rules, pool).by(SEEDS.getFirst());

        for (var i = 0; i < 20; i++) {
            Collections.shuffle(pool, new Random(i));

            assertThat(new Drawing(rules, pool).by(SEEDS.getFirst())).isEqualTo(expected);
        }
    }

    @Test
    void canDrawEveryMemberOfThePool() {
        var drawn = new HashSet<String>();
        var drawing = new Drawing(DrawRules.simply(1, 0), assessors(40));

        SEEDS.forEach(seed -> drawn.addAll(numbers(drawing.by(seed).drawn())));

        assertThat(drawn).hasSize(40);
    }

    /** 3000 draws of 1 of 10: chi-square with 9 degrees of freedom, 99.9 % below 27.9. */
    @Test
    void favoursNobodyWhereAllWeighTheSame() {
        var counts = firstDrawn(new Drawing(DrawRules.simply(1, 0), assessors(10)));

        var expected = SEEDS.size() / 10.0;
        var chiSquare =
                counts.values().stream()
                        .mapToDouble(n -> (n - expected) * (n - expected) / expected)
                        .sum();
        assertThat(chiSquare).isLessThan(27.9);
    }

    /** Weights 1, 2 and 5: the heaviest comes first in five of eight draws. */
    @Test
    void favoursByWeightExactly() {
        var pool = List.of(weighing("A", 1), weighing("B", 2), weighing("C", 5));

        var counts = firstDrawn(new Drawing(DrawRules.simply(1, 0), pool));

        assertThat(counts.getOrDefault("C", 0) / 3000.0).isCloseTo(5 / 8.0, within(0.03));
        assertThat(counts.getOrDefault("B", 0) / 3000.0).isCloseTo(2 / 8.0, within(0.03));
        assertThat(counts.getOrDefault("A", 0) / 3000.0).isCloseTo(1 / 8.0, within(0.03));
    }

    /** When C (5 of 8) is drawn first, B comes next in two of three draws: without replacement. */
    @Test
    void drawsTheNextByTheWeightsThatAreLeft() {
        var pool = List.of(weighing("A", 1), weighing("B", 2), weighing("C", 5));
        var drawing = new Drawing(DrawRules.simply(2, 0), pool);

        var afterC =
                SEEDS.stream()
                        .map(seed -> numbers(drawing.by(seed).drawn()))
                        .filter(drawn -> drawn.getFirst().equals("C"))
                        .toList();

        var thenB = afterC.stream().filter(drawn -> drawn.get(1).equals("B")).count();
        assertThat(thenB / (double) afterC.size()).isCloseTo(2 / 3.0, within(0.04));
    }

    @Test
    void respectsQuotasAndSpreadWithEverySeed() {
        var pool = assessors(21);
        var rules = DrawRules.simply(6, 3).grouped("等级", new Quota("高级考评员", 3, 4)).spread("单位", 1);
        var composition = new Composition(rules);

        for (var seed : SEEDS.subList(0, 300)) {
            var drawn = numbers(new Drawing(rules, pool).by(seed).drawn());

            assertThat(composition.allows(of(pool, drawn))).as(seed).isTrue();
        }
    }

    /** Greedy filling would take the first of each employer and find no senior left. */
    @Test
    void passesOverWhoWouldMakeTheRestImpossible() {
        var pool =
                List.of(
                        assessor("J1", "考评员", "甲"),
                        assessor("S1", "高级考评员", "甲"),
                        assessor("J2", "考评员", "乙"),
                        assessor("J3", "考评员", "丙"));
        var rules = DrawRules.simply(2, 2).grouped("等级", Quota.atLeast("高级考评员", 1)).spread("单位", 1);

        for (var seed : SEEDS.subList(0, 100)) {
            assertThat(numbers(new Drawing(rules, pool).by(seed).drawn()))
                    .contains("S1")
                    .doesNotContain("J1");
        }
    }

    /** Compared with trying all selections in the order of keys and taking the first allowed. */
    @Test
    void drawsTheFirstSelectionTheRulesAllow() {
        for (var i = 0; i < 200; i++) {
            var random = new Random(i);
            var pool = randomPool(random);
            var rules = randomRules(random);
            if (!new Composition(rules).canComplete(List.of(), pool)) {
                assertThat(firstAllowed(rules, pool, SEEDS.get(i))).as("pool " + i).isEmpty();
            } else {
                assertThat(numbers(new Drawing(rules, pool).by(SEEDS.get(i)).drawn()))
                        .as("pool " + i)
                        .isEqualTo(firstAllowed(rules, pool, SEEDS.get(i)));
            }
        }
    }

    @Test
    void replacesOnlyByWhomTheRulesAllow() {
        var pool =
                List.of(
                        assessor("S1", "高级考评员", "甲"),
                        assessor("J1", "考评员", "乙"),
                        assessor("J2", "考评员", "丙"),
                        assessor("S2", "高级考评员", "丁"));
        var rules = DrawRules.simply(2, 2).grouped("等级", Quota.atLeast("高级考评员", 1));
        var drawing = new Drawing(rules, pool);

        assertThat(drawing.replacing("S1", List.of("S1", "J1"), List.of("J2", "S2")))
                .contains("S2");
        assertThat(drawing.replacing("J1", List.of("S1", "J1"), List.of("J2", "S2")))
                .contains("J2");
        assertThat(drawing.replacing("S1", List.of("S1", "J1"), List.of("J2"))).isEmpty();
    }

    private static Map<String, Integer> firstDrawn(Drawing drawing) {
        var counts = new HashMap<String, Integer>();
        SEEDS.forEach(seed ->
                counts.merge(drawing.by(seed).drawn().getFirst().number(), 1, Integer::sum));
        return counts;
    }

    private static List<PoolEntry> of(List<PoolEntry> pool, List<String> numbers) {
        return pool.stream().filter(entry -> numbers.contains(entry.number())).toList();
    }

    private static List<PoolEntry> randomPool(Random random) {
        return IntStream.range(0, 9)
                .mapToObj(i -> assessor("N" + i, "级" + random.nextInt(3), "单位" + random.nextInt(4)))
                .toList();
    }

    private static DrawRules randomRules(Random random) {
        return DrawRules.simply(4, 2)
                .grouped(
                        "等级",
                        new Quota("级0", random.nextInt(3), 2 + random.nextInt(2)),
                        new Quota("级1", random.nextInt(2), 1 + random.nextInt(2)))
                .spread("单位", 1 + random.nextInt(2));
    }

    private static List<String> firstAllowed(DrawRules rules, List<PoolEntry> pool, String seed) {
        var order = numbers(new Drawing(DrawRules.simply(pool.size(), 0), pool).by(seed).drawn());
        var composition = new Composition(rules);
        return selections(order, rules.drawn()).stream()
                .filter(selection -> composition.allows(of(pool, selection)))
                .findFirst()
                .orElse(List.of());
    }

    private static List<List<String>> selections(List<String> from, int size) {
        if (size == 0) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<String>>();
        for (var i = 0; i + size <= from.size(); i++) {
            for (var rest : selections(from.subList(i + 1, from.size()), size - 1)) {
                var selection = new ArrayList<>(List.of(from.get(i)));
                selection.addAll(rest);
                all.add(selection);
            }
        }
        return all;
    }
}
