package cn.jiping.draw;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * 抽取: the result that rules, pool and seed determine. Entries stand in the order of their keys;
 * each in turn is taken if the selection can still be completed with it; the first of those left
 * are the alternates.
 */
final class Drawing {
    private final DrawRules rules;
    private final Composition composition;
    private final List<PoolEntry> pool;

    Drawing(DrawRules rules, List<PoolEntry> pool) {
        this.rules = rules;
        this.composition = new Composition(rules);
        this.pool = List.copyOf(pool);
    }

    /** Who was drawn and who stands ready, both in order. */
    record Result(List<Pick> drawn, List<Pick> alternates) {
        public Result {
            drawn = List.copyOf(drawn);
            alternates = List.copyOf(alternates);
        }
    }

    private record Placed(PoolEntry entry, Pick pick) {}

    Result by(String seed) {
        var order = order(seed);
        var drawn = new ArrayList<Placed>();
        for (var at = 0; at < order.size() && drawn.size() < rules.drawn(); at++) {
            var begun = new ArrayList<>(entries(drawn));
            begun.add(order.get(at).entry());
            if (composition.canComplete(begun, entries(order.subList(at + 1, order.size())))) {
                drawn.add(order.get(at));
            }
        }
        var taken = new HashSet<>(drawn);
        var alternates =
                order.stream()
                        .filter(placed -> !taken.contains(placed))
                        .limit(rules.alternates())
                        .map(Placed::pick)
                        .toList();
        return new Result(drawn.stream().map(Placed::pick).toList(), alternates);
    }

    private List<Placed> order(String seed) {
        return pool.stream()
                .map(entry ->
                        new Placed(
                                entry,
                                new Pick(
                                        entry.number(),
                                        Formulas.key(seed, entry.number(), entry.weight()))))
                .sorted(
                        Comparator.comparing((Placed placed) -> placed.pick().key())
                                .thenComparing(placed -> placed.entry().number()))
                .toList();
    }

    private static List<PoolEntry> entries(List<Placed> placed) {
        return placed.stream().map(Placed::entry).toList();
    }

    /**
     * 递补: the first alternate not yet called with whom the selection fulfils the rules when this
     * one leaves it; empty if there is none.
     */
    Optional<String> replacing(
            String leaving, Collection<String> selection, List<String> alternatesLeft) {
        return alternatesLeft.stream()
                .filter(alternate ->
                        composition.allows(
                                pool.stream()
                                        .filter(entry ->
                                                entry.number().equals(alternate)
                                                        || (selection.contains(entry.number())
                                                                && !entry.number().equals(leaving)))
                                        .toList()))
                .findFirst();
    }
}
