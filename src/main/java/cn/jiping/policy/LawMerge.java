package cn.jiping.policy;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * 合并: what somebody changed since a common book, laid over another book that was changed too. A
 * file that both changed differently stands as the other has it, and is named.
 */
record LawMerge(SortedMap<String, String> files, SortedSet<String> conflicts) {

    static LawMerge of(
            SortedMap<String, String> common,
            SortedMap<String, String> changed,
            SortedMap<String, String> other) {
        var paths = new TreeSet<>(common.keySet());
        paths.addAll(changed.keySet());
        paths.addAll(other.keySet());
        var files = new TreeMap<String, String>();
        var conflicts = new TreeSet<String>();
        for (var path : paths) {
            var was = common.get(path);
            var mine = changed.get(path);
            var theirs = other.get(path);
            if (!Objects.equals(mine, was)
                    && !Objects.equals(theirs, was)
                    && !Objects.equals(mine, theirs)) {
                conflicts.add(path);
            }
            var stands = Objects.equals(theirs, was) ? mine : theirs;
            if (stands != null) {
                files.put(path, stands);
            }
        }
        return new LawMerge(files, conflicts);
    }
}
