package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * 法规库: every dated value with its source, the documents they come from, and the calendar of working
 * days. Immutable; the hash names its whole content.
 */
public final class LawBook {
    private final LawReader reader;
    private final SortedMap<String, String> files;
    private final Contents contents;
    private final WorkingDays workingDays;
    private final String hash;
    private final Map<Class<?>, Object> views = new ConcurrentHashMap<>();

    LawBook(
            LawReader reader,
            SortedMap<String, String> files,
            Contents contents,
            WorkingDays workingDays) {
        this.reader = reader;
        this.files = files;
        this.contents = contents;
        this.workingDays = workingDays;
        this.hash = LawFiles.hash(files);
    }

    /** What was read: pages by place, documents by short name. */
    record Contents(
            Map<PageKey, List<InForce<?>>> pages, SortedMap<String, LawDocument> documents) {}

    /** One page in one jurisdiction. */
    record PageKey(Class<? extends Terms> page, Jurisdiction jurisdiction) {}

    public Law in(Jurisdiction jurisdiction, LocalDate on) {
        return new Law(this, jurisdiction, on);
    }

    /** SHA-256 over all files, in hexadecimal: the version that decisions name. */
    public String hash() {
        return hash;
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    public Collection<LawDocument> documents() {
        return contents.documents().values();
    }

    public Optional<LawDocument> document(String shortName) {
        return Optional.ofNullable(contents.documents().get(shortName));
    }

    /**
     * @throws NoSuchLaw if the book holds no such document
     */
    public LawDocument requireDocument(String shortName) {
        return document(shortName).orElseThrow(() -> NoSuchLaw.document(shortName));
    }

    /** Files beside the pages, such as a table of occupations; nothing where there is none. */
    public Optional<String> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The provinces that the book has a table of places for, each by its name there. */
    public SortedMap<Jurisdiction, String> provinces() {
        return new TreeMap<>(view(ProvinceNames.class, ProvinceNames::in).byPlace());
    }

    /** Every file by its path, as text. */
    public SortedMap<String, String> files() {
        return new TreeMap<>(files);
    }

    /** What somebody reads out of the whole book, read once for this book. */
    public <V> V view(Class<V> type, Function<LawBook, V> reading) {
        return type.cast(views.computeIfAbsent(type, _ -> reading.apply(this)));
    }

    /** The entries of a page, oldest first; empty where the jurisdiction has none of its own. */
    public <T extends Terms> List<InForce<T>> entries(Class<T> page, Jurisdiction jurisdiction) {
        var entries = contents.pages().get(new PageKey(page, jurisdiction));
        return entries == null ? List.of() : entries.stream().map(e -> cast(e, page)).toList();
    }

    /** Every page with an entry, in order of path. */
    public List<Page> pages() {
        return contents.pages().entrySet().stream()
                .map(entry -> new Page(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Page::path).thenComparing(Page::jurisdiction))
                .toList();
    }

    /** 法规页: one page in one jurisdiction with its dated entries. */
    public record Page(
            Class<? extends Terms> terms, Jurisdiction jurisdiction, List<InForce<?>> entries) {
        Page(PageKey key, List<InForce<?>> entries) {
            this(key.page(), key.jurisdiction(), List.copyOf(entries));
        }

        public String path() {
            return LawReader.page(terms).path();
        }

        /** Which day of a case selects the entry. */
        public GoverningDate governedBy() {
            return LawReader.page(terms).governedBy();
        }

        /** Every source of the page, those inside its values included. */
        public Set<Source> sources() {
            var sources = new LinkedHashSet<Source>();
            for (var entry : entries) {
                sources.add(entry.source());
                sources.addAll(Sources.within(entry.terms()));
            }
            return sources;
        }
    }

    /** All places of the book at which a clause is in force. */
    public List<Page> restingOn(Source.Clause clause) {
        return pages().stream().filter(page -> page.sources().contains(clause)).toList();
    }

    /**
     * The book as it would be with the files of a draft laid over it.
     *
     * @throws LawFaulty if the draft cannot be read or contradicts itself
     */
    public LawBook amendedBy(Map<String, String> draft) {
        var all = new TreeMap<>(files);
        all.putAll(draft);
        return reader.read(all, workingDays);
    }

    /** The same book with other entries on one page, for proving that every value matters. */
    LawBook replacing(PageKey key, List<InForce<?>> entries) {
        var pages = new HashMap<>(contents.pages());
        pages.put(key, List.copyOf(entries));
        return new LawBook(
                reader, files, new Contents(Map.copyOf(pages), contents.documents()), workingDays);
    }

    Map<PageKey, List<InForce<?>>> entries() {
        return contents.pages();
    }

    /** The same law with another calendar. */
    LawBook with(WorkingDays calendar) {
        return new LawBook(reader, files, contents, calendar);
    }

    <T extends Terms> Optional<InForce<T>> find(
            Class<T> page, Jurisdiction jurisdiction, LocalDate on) {
        var own = findOwn(page, jurisdiction, on);
        return own.isPresent() ? own : findOwn(page, Jurisdiction.NATIONAL, on);
    }

    <T extends Terms> Optional<InForce<T>> findOwn(
            Class<T> page, Jurisdiction jurisdiction, LocalDate on) {
        var entries = contents.pages().get(new PageKey(page, jurisdiction));
        return Optional.ofNullable(entries == null ? null : covering(entries, on))
                .map(entry -> cast(entry, page));
    }

    private static @Nullable InForce<?> covering(List<InForce<?>> entries, LocalDate on) {
        for (var i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).covers(on)) {
                return entries.get(i);
            }
        }
        return null;
    }

    private static <T extends Terms> InForce<T> cast(InForce<?> entry, Class<T> page) {
        return new InForce<>(page.cast(entry.terms()), entry.source(), entry.from(), entry.until());
    }
}
