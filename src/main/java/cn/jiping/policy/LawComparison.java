package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 对照: what another book says otherwise, page by page and value by value, clause by clause. */
public record LawComparison(
        List<PageChange> pages, List<ClauseChange> clauses, List<LineChange> lines) {

    /** 改动. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A page of law in one jurisdiction, entry by entry. */
    public record PageChange(
            Jurisdiction jurisdiction, String path, Kind kind, List<EntryChange> entries) {}

    /** An entry of a page, by the day from which it is in force, and its last day where it ends. */
    public record EntryChange(
            LocalDate from,
            @Nullable LocalDate wasUntil,
            @Nullable LocalDate until,
            Kind kind,
            List<ValueChange> values) {}

    /** One value: as it is, as it would be, and what it would rest on. */
    public record ValueChange(
            String field, @Nullable String was, @Nullable String becomes, Source source) {}

    /** A clause of a document. */
    public record ClauseChange(
            String document,
            String clause,
            Kind kind,
            @Nullable String was,
            @Nullable String becomes) {}

    /** A line of a table. */
    public record LineChange(String file, Kind kind, String text) {}

    public boolean empty() {
        return pages.isEmpty() && clauses.isEmpty() && lines.isEmpty();
    }

    /** The words say a single value, such as a day, a level or a code. */
    static LawComparison of(LawBook base, LawBook book, Function<Object, String> words) {
        return new LawComparison(pages(base, book, words), clauses(base, book), lines(base, book));
    }

    private static List<PageChange> pages(
            LawBook base, LawBook book, Function<Object, String> words) {
        var keys = new LinkedHashSet<>(base.entries().keySet());
        keys.addAll(book.entries().keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(base.entries().get(key), book.entries().get(key)))
                .map(key -> page(key, base, book, words))
                .sorted(
                        Comparator.comparing(PageChange::jurisdiction)
                                .thenComparing(PageChange::path))
                .toList();
    }

    private static PageChange page(
            LawBook.PageKey key, LawBook base, LawBook book, Function<Object, String> words) {
        var was = base.entries().get(key);
        var becomes = book.entries().get(key);
        return new PageChange(
                key.jurisdiction(),
                LawReader.page(key.page()).path(),
                kind(was, becomes),
                entries(
                        was == null ? List.of() : was,
                        becomes == null ? List.of() : becomes,
                        words));
    }

    private static Kind kind(@Nullable Object was, @Nullable Object becomes) {
        return was == null ? Kind.ADDED : becomes == null ? Kind.REMOVED : Kind.CHANGED;
    }

    private static List<EntryChange> entries(
            List<InForce<?>> was, List<InForce<?>> becomes, Function<Object, String> words) {
        var days = new TreeSet<LocalDate>();
        was.forEach(entry -> days.add(entry.from()));
        becomes.forEach(entry -> days.add(entry.from()));
        var changes = new ArrayList<EntryChange>();
        for (var day : days) {
            var old = from(was, day);
            var now = from(becomes, day);
            if (!Objects.equals(old, now)) {
                changes.add(
                        new EntryChange(
                                day,
                                old == null ? null : old.until(),
                                now == null ? null : now.until(),
                                kind(old, now),
                                values(old, now, words)));
            }
        }
        return changes;
    }

    private static @Nullable InForce<?> from(List<InForce<?>> entries, LocalDate day) {
        return entries.stream().filter(entry -> entry.from().equals(day)).findFirst().orElse(null);
    }

    private static List<ValueChange> values(
            @Nullable InForce<?> was, @Nullable InForce<?> now, Function<Object, String> words) {
        var old = LawValues.of(was, words);
        var becomes = LawValues.of(now, words);
        var fields = new LinkedHashSet<>(becomes.keySet());
        fields.addAll(old.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(old.get(field), becomes.get(field)))
                .map(field -> value(field, old.get(field), becomes.get(field)))
                .toList();
    }

    private static ValueChange value(
            String field, LawValues.@Nullable Value was, LawValues.@Nullable Value becomes) {
        var stands = becomes == null ? Objects.requireNonNull(was) : becomes;
        return new ValueChange(
                field,
                was == null ? null : was.text(),
                becomes == null ? null : becomes.text(),
                stands.source());
    }

    private static List<ClauseChange> clauses(LawBook base, LawBook book) {
        var names = new TreeSet<String>();
        base.documents().forEach(document -> names.add(document.shortName()));
        book.documents().forEach(document -> names.add(document.shortName()));
        return names.stream().flatMap(name -> clauses(name, base, book).stream()).toList();
    }

    private static List<ClauseChange> clauses(String name, LawBook base, LawBook book) {
        var was = base.document(name).map(LawDocument::clauses).orElse(List.of());
        var becomes = book.document(name).map(LawDocument::clauses).orElse(List.of());
        var numbers = new LinkedHashSet<String>();
        becomes.forEach(clause -> numbers.add(clause.clause()));
        was.forEach(clause -> numbers.add(clause.clause()));
        var changes = new ArrayList<ClauseChange>();
        for (var number : numbers) {
            var old = text(was, number);
            var now = text(becomes, number);
            if (!Objects.equals(old, now)) {
                changes.add(new ClauseChange(name, number, kind(old, now), old, now));
            }
        }
        return changes;
    }

    private static @Nullable String text(List<LawDocument.LawClause> clauses, String number) {
        return clauses.stream()
                .filter(clause -> clause.clause().equals(number))
                .map(LawDocument.LawClause::text)
                .findFirst()
                .orElse(null);
    }

    private static List<LineChange> lines(LawBook base, LawBook book) {
        var paths = new TreeSet<>(base.files().keySet());
        paths.addAll(book.files().keySet());
        return paths.stream()
                .filter(path -> path.endsWith(".csv"))
                .flatMap(path -> lines(path, base, book).stream())
                .toList();
    }

    private static List<LineChange> lines(String path, LawBook base, LawBook book) {
        var was = linesOf(base, path);
        var becomes = linesOf(book, path);
        var changes = new ArrayList<LineChange>();
        was.stream()
                .filter(line -> !becomes.contains(line))
                .forEach(line -> changes.add(new LineChange(path, Kind.REMOVED, line)));
        becomes.stream()
                .filter(line -> !was.contains(line))
                .forEach(line -> changes.add(new LineChange(path, Kind.ADDED, line)));
        return changes;
    }

    private static Set<String> linesOf(LawBook book, String path) {
        return book.file(path)
                .orElse("")
                .lines()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
