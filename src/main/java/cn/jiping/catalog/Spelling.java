package cn.jiping.catalog;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.pinyin4j.PinyinHelper;

/** 拼音: how a name is spelt in Latin letters, with every reading of each of its characters. */
record Spelling(List<List<String>> readings) {
    Spelling {
        readings = List.copyOf(readings);
    }

    static Spelling of(String name) {
        return new Spelling(
                name.chars()
                        .mapToObj(character -> readings((char) character))
                        .filter(spelt -> !spelt.isEmpty())
                        .toList());
    }

    /** Without tones, ü typed as v; nothing for what is no Chinese character. */
    private static List<String> readings(char character) {
        var spelt = PinyinHelper.toHanyuPinyinStringArray(character);
        return spelt == null
                ? List.of()
                : Stream.of(spelt)
                        .map(one -> one.replace("u:", "v").replaceAll("\\d", ""))
                        .distinct()
                        .toList();
    }

    /** The usual readings one after the other, for putting names in order. */
    String usual() {
        return readings.stream().map(List::getFirst).collect(Collectors.joining(" "));
    }

    /**
     * Whether the letters spell some characters that follow each other, each by its initials, its
     * whole syllable or a beginning of it: cg, chegong and cheg all find 车工.
     */
    boolean holds(String letters) {
        for (var first = 0; first < readings.size(); first++) {
            if (holdsFrom(first, letters)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsFrom(int first, String letters) {
        var spent = new BitSet();
        spent.set(0);
        for (var at = first; at < readings.size() && !spent.isEmpty(); at++) {
            spent = spending(readings.get(at), spent, letters);
            if (spent.get(letters.length())) {
                return true;
            }
        }
        return false;
    }

    /** How many letters may be spent after one more character. */
    private static BitSet spending(List<String> spelt, BitSet before, String letters) {
        var after = new BitSet();
        before.stream()
                .forEach(from ->
                        spelt.forEach(syllable -> {
                            var common = common(syllable, letters, from);
                            if (common > 0) {
                                after.set(from + 1, from + common + 1);
                            }
                        }));
        return after;
    }

    private static int common(String syllable, String letters, int from) {
        var length = 0;
        while (length < syllable.length()
                && from + length < letters.length()
                && syllable.charAt(length) == letters.charAt(from + length)) {
            length++;
        }
        return length;
    }
}
