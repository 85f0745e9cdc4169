package cn.jiping.policy;

import cn.jiping.policy.LawDocument.LawClause;
import cn.jiping.shared.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 条文索引: from each source of a law book to the dated values that rest on it and to the topics that
 * look at their pages. Gathered once for a book.
 */
public final class LawIndex {
    private final Map<Source, List<CitedEntry>> entries = new LinkedHashMap<>();
    private final Map<Class<? extends Terms>, List<DecisionTopic<?>>> topics = new HashMap<>();
    private final List<CitedEntry> everything = new ArrayList<>();

    LawIndex(LawBook book, Collection<DecisionTopic<?>> topics) {
        for (var page : book.pages()) {
            page.entries().forEach(entry -> add(page, entry));
        }
        for (var topic : topics) {
            topic.pages().forEach(page -> at(this.topics, page).add(topic));
        }
    }

    private void add(LawBook.Page page, InForce<?> entry) {
        var sources = new LinkedHashSet<Source>();
        sources.add(entry.source());
        sources.addAll(Sources.within(entry.terms()));
        for (var source : sources) {
            at(entries, source).add(new CitedEntry(page, entry, CitedValues.of(entry, source)));
        }
        everything.add(new CitedEntry(page, entry, CitedValues.of(entry)));
    }

    private static <K, V> List<V> at(Map<K, List<V>> lists, K key) {
        return lists.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    /** Each dated entry that rests on the source, by page and jurisdiction, oldest first. */
    public List<CitedEntry> restingOn(Source source) {
        return List.copyOf(entries.getOrDefault(source, List.of()));
    }

    /** Each dated entry of the book with all its values, by page and jurisdiction, oldest first. */
    public List<CitedEntry> entries() {
        return List.copyOf(everything);
    }

    /** The topics that look at a page on which something rests on the source, by name. */
    public List<DecisionTopic<?>> askedBy(Source source) {
        return askedBy(
                restingOn(source).stream()
                        .map(cited -> cited.page().terms())
                        .collect(Collectors.toSet()));
    }

    /** The topics that look at a page, by name. */
    public List<DecisionTopic<?>> askedBy(LawBook.Page page) {
        return askedBy(Set.of(page.terms()));
    }

    private List<DecisionTopic<?>> askedBy(Set<Class<? extends Terms>> pages) {
        return pages.stream()
                .flatMap(page -> topics.getOrDefault(page, List.of()).stream())
                .distinct()
                .sorted(Comparator.comparing(DecisionTopic::name))
                .toList();
    }

    /** 惯例: what was chosen where no document says anything, in the order of the pages. */
    public List<Source.Practice> practices() {
        return entries.keySet().stream()
                .filter(Source.Practice.class::isInstance)
                .map(Source.Practice.class::cast)
                .toList();
    }

    /** What has become of a clause. */
    public Standing standing(LawDocument document, LawClause clause) {
        if (entries.containsKey(document.source(clause))) {
            return Standing.IN_FORCE;
        }
        return clause.requirements().isEmpty() ? Standing.NO_RULE : Standing.CARRIED;
    }

    /** 条款的落实. */
    public enum Standing {
        /** 已成为取值. */
        IN_FORCE,
        /** 由功能要求落实. */
        CARRIED,
        /** 不是规则. */
        NO_RULE
    }
}
