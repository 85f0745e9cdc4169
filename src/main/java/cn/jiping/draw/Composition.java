package cn.jiping.draw;

import cn.jiping.draw.DrawRules.Quota;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 组成: whether a selection fulfils the rules, and whether one begun can still be completed from the
 * entries left. Groups supply, spread values take in; the question is one of flow between them.
 */
final class Composition {
    private final DrawRules rules;
    private final List<Quota> quotas;

    Composition(DrawRules rules) {
        this.rules = rules;
        var grouping = rules.grouping();
        this.quotas = grouping == null ? List.of() : grouping.quotas();
    }

    /** Whether these, and no more, are a selection the rules allow. */
    boolean allows(Collection<PoolEntry> selection) {
        return selection.size() == rules.drawn() && canComplete(selection, List.of());
    }

    boolean canComplete(Collection<PoolEntry> begun, Collection<PoolEntry> left) {
        var flow = new Flow(begun, left);
        return flow.withinBounds() && flow.fillNeeds() && flow.fillUp() >= rules.drawn();
    }

    /** The largest selection the rules allow; 0 if a lower bound cannot be reached at all. */
    int largest(Collection<PoolEntry> pool) {
        var flow = new Flow(List.of(), pool);
        return flow.fillNeeds() ? flow.fillUp() : 0;
    }

    private int groupOf(PoolEntry entry) {
        var grouping = rules.grouping();
        if (grouping == null) {
            return 0;
        }
        var value = entry.attribute(grouping.attribute());
        for (var i = 0; i < quotas.size(); i++) {
            if (quotas.get(i).value().equals(value)) {
                return i;
            }
        }
        return quotas.size();
    }

    private String spreadValueOf(PoolEntry entry) {
        var spread = rules.spread();
        return spread == null ? "" : entry.attribute(spread.attribute());
    }

    private int atLeast(int group) {
        return group < quotas.size() ? quotas.get(group).atLeast() : 0;
    }

    private int atMost(int group) {
        var most = group < quotas.size() ? quotas.get(group).atMost() : null;
        return most == null ? Integer.MAX_VALUE : most;
    }

    private final class Flow {
        private final int groups = quotas.size() + 1;
        private final Map<String, Integer> spreadIndex = new HashMap<>();
        private final int[] taken = new int[groups];
        private final int[] spreadTaken;
        private final int[][] supply;
        private final int[][] moved;
        private int total;

        Flow(Collection<PoolEntry> begun, Collection<PoolEntry> left) {
            begun.forEach(this::index);
            left.forEach(this::index);
            spreadTaken = new int[spreadIndex.size()];
            supply = new int[groups][spreadIndex.size()];
            moved = new int[groups][spreadIndex.size()];
            for (var entry : begun) {
                taken[groupOf(entry)]++;
                spreadTaken[index(entry)]++;
            }
            for (var entry : left) {
                supply[groupOf(entry)][index(entry)]++;
            }
            total = begun.size();
        }

        private int index(PoolEntry entry) {
            var next = spreadIndex.size();
            var known = spreadIndex.putIfAbsent(spreadValueOf(entry), next);
            return known == null ? next : known;
        }

        boolean withinBounds() {
            for (var group = 0; group < groups; group++) {
                if (taken[group] > atMost(group)) {
                    return false;
                }
            }
            for (var each : spreadTaken) {
                if (each > spreadRoom()) {
                    return false;
                }
            }
            return total <= rules.drawn();
        }

        /** Reaches every lower bound; false if that cannot be, or takes more than are drawn. */
        boolean fillNeeds() {
            for (var group = 0; group < groups; group++) {
                while (taken[group] < atLeast(group)) {
                    if (!take(group)) {
                        return false;
                    }
                }
            }
            return total <= rules.drawn();
        }

        /** Takes as many more as the upper bounds allow; how many there are then. */
        int fillUp() {
            for (var group = 0; group < groups; group++) {
                while (total < rules.drawn() && taken[group] < atMost(group) && take(group)) {
                    // until one of them ends it
                }
            }
            return total;
        }

        private boolean take(int group) {
            if (!route(group, new boolean[spreadTaken.length])) {
                return false;
            }
            taken[group]++;
            total++;
            return true;
        }

        private boolean route(int group, boolean[] seen) {
            for (var value = 0; value < spreadTaken.length; value++) {
                if (!seen[value] && moved[group][value] < supply[group][value]) {
                    seen[value] = true;
                    if (makeRoom(value, seen)) {
                        moved[group][value]++;
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean makeRoom(int value, boolean[] seen) {
            if (spreadTaken[value] < spreadRoom()) {
                spreadTaken[value]++;
                return true;
            }
            for (var other = 0; other < groups; other++) {
                if (moved[other][value] > 0 && route(other, seen)) {
                    moved[other][value]--;
                    return true;
                }
            }
            return false;
        }

        private int spreadRoom() {
            var spread = rules.spread();
            return spread == null ? Integer.MAX_VALUE : spread.atMostEach();
        }
    }
}
