package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a law book from its files and refuses it whole if anything in it is unknown, missing, of
 * the wrong type, overlaps, leaves a gap, or cites a clause that no document has.
 */
final class LawReader {
    private static final Pattern PAGE = Pattern.compile("(\\d{2})/([a-z-]+/[a-z-]+)\\.yaml");
    private static final Pattern DOCUMENT = Pattern.compile("documents/[A-Z0-9-]+\\.yaml");
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<String, Class<? extends Terms>> pages;

    /** A reader that knows these pages and no others. */
    LawReader(Set<Class<? extends Terms>> pages) {
        this.pages =
                pages.stream().collect(Collectors.toMap(page -> page(page).path(), page -> page));
        if (this.pages.size() != pages.size()) {
            throw new IllegalStateException("Two pages of law share a path");
        }
    }

    static LawPage page(Class<? extends Terms> terms) {
        return Objects.requireNonNull(
                terms.getAnnotation(LawPage.class), () -> terms + " is no page of law");
    }

    /**
     * @throws LawFaulty with everything that is wrong
     */
    LawBook read(SortedMap<String, String> files, WorkingDays workingDays) {
        return new Reading(files, false).book(workingDays);
    }

    /**
     * A book from before this program: pages that came since are missing there and answer nothing,
     * pages that are gone are passed over.
     *
     * @throws LawFaulty with everything else that is wrong
     */
    LawBook readKept(SortedMap<String, String> files, WorkingDays workingDays) {
        return new Reading(files, true).book(workingDays);
    }

    /** One reading, gathering faults. */
    private final class Reading {
        private final SortedMap<String, String> files;
        private final List<String> faults = new ArrayList<>();
        private final SortedMap<String, LawDocument> documents = new TreeMap<>();
        private final Map<LawBook.PageKey, List<InForce<?>>> found = new HashMap<>();

        private final boolean kept;

        Reading(SortedMap<String, String> files, boolean kept) {
            this.files = files;
            this.kept = kept;
        }

        LawBook book(WorkingDays workingDays) {
            files.forEach(this::document);
            files.forEach(this::page);
            if (!kept) {
                declared();
            }
            if (!faults.isEmpty()) {
                throw new LawFaulty(faults);
            }
            return new LawBook(
                    LawReader.this,
                    files,
                    new LawBook.Contents(Map.copyOf(found), documents),
                    workingDays);
        }

        private void document(String path, String text) {
            if (!DOCUMENT.matcher(path).matches()) {
                return;
            }
            var tree = tree(path, text);
            if (tree instanceof ObjectNode node) {
                node.set("shortName", node.remove("short"));
                bind(path, node, LawDocument.class).forEach(this::keep);
            }
        }

        private void keep(LawDocument document) {
            documents.put(document.shortName(), document);
            var numbers = document.clauses().stream().map(LawDocument.LawClause::clause).toList();
            if (Set.copyOf(numbers).size() != numbers.size()) {
                faults.add(document.shortName() + ": a clause stands there twice");
            }
        }

        private void page(String path, String text) {
            var matcher = PAGE.matcher(path);
            if (!matcher.matches()) {
                if (path.matches("\\d{2}/.*") || path.endsWith(".yml")) {
                    faults.add(path + ": not where a page can stand");
                }
                return;
            }
            var terms = pages.get(matcher.group(2));
            if (terms == null) {
                if (!kept) {
                    faults.add(path + ": no such page of law");
                }
                return;
            }
            var tree = tree(path, text);
            if (tree == null) {
                return;
            }
            if (!tree.isArray() || tree.isEmpty()) {
                faults.add(path + ": not a list of dated entries");
                return;
            }
            var entries = new ArrayList<InForce<?>>();
            tree.forEach(node -> entry(path, node, terms).forEach(entries::add));
            found.put(
                    new LawBook.PageKey(terms, new Jurisdiction(matcher.group(1))),
                    ended(path, entries));
        }

        private @Nullable JsonNode tree(String path, String text) {
            try {
                return YAML.readTree(text);
            } catch (JacksonException e) {
                faults.add(path + ": " + e.getOriginalMessage());
                return null;
            }
        }

        private List<InForce<?>> entry(String path, JsonNode node, Class<? extends Terms> terms) {
            if (!(node instanceof ObjectNode object)) {
                faults.add(path + ": an entry is not a set of values");
                return List.of();
            }
            var head = object.deepCopy().retain("from", "until", "source", "practice");
            var values = object.deepCopy().without(List.of("from", "until", "source", "practice"));
            var heads = bind(path, head, EntryHead.class);
            var bound = bind(path, values, terms);
            if (heads.isEmpty() || bound.isEmpty()) {
                return List.of();
            }
            var about = heads.getFirst();
            var value = bound.getFirst();
            checkSources(path, about, value);
            Tables.faults(value).forEach(fault -> faults.add(path + ": " + fault));
            return about.source() == null && about.practice() == null
                    ? List.of()
                    : List.of(new InForce<>(value, about.cited(), about.from(), about.until()));
        }

        private void checkSources(String path, EntryHead about, Terms value) {
            if ((about.source() == null) == (about.practice() == null)) {
                faults.add(path + ": an entry names either a clause or a practice");
                return;
            }
            Stream.concat(Stream.of(about.cited()), Sources.within(value).stream())
                    .filter(source -> !known(source))
                    .forEach(source -> faults.add(path + ": no document has " + source));
        }

        private boolean known(Source source) {
            return switch (source) {
                case Source.Practice _ -> true;
                case Source.Clause clause -> {
                    var document = documents.get(clause.document());
                    yield document != null && document.clause(clause.clause()).isPresent();
                }
            };
        }

        /** Each entry ends where the next begins; a gap or a turn back is a fault. */
        private List<InForce<?>> ended(String path, List<InForce<?>> entries) {
            var ended = new ArrayList<InForce<?>>();
            for (var i = 0; i < entries.size(); i++) {
                var entry = entries.get(i);
                var next = i + 1 < entries.size() ? entries.get(i + 1).from() : null;
                var until = entry.until();
                if (next != null && !next.isAfter(entry.from())) {
                    faults.add(path + ": entries are not oldest first");
                }
                if (next != null && until != null && !until.plusDays(1).equals(next)) {
                    faults.add(path + ": a gap or an overlap before " + next);
                }
                if (until != null && until.isBefore(entry.from())) {
                    faults.add(path + ": ends before it begins");
                }
                var last = until == null && next != null ? next.minusDays(1) : until;
                ended.add(new InForce<>(entry.terms(), entry.source(), entry.from(), last));
            }
            return List.copyOf(ended);
        }

        private <R> List<R> bind(String path, JsonNode tree, Class<R> type) {
            var reader = new RecordReader(Scalars.STRICT);
            var read = reader.read(tree, type);
            reader.faults().forEach(fault -> faults.add(path + ": " + fault));
            return read.stream().toList();
        }

        private void declared() {
            pages.values().stream()
                    .sorted(Comparator.comparing(terms -> LawReader.page(terms).path()))
                    .forEach(terms ->
                            Stream.of(LawReader.page(terms).in())
                                    .map(Jurisdiction::new)
                                    .filter(j -> !found.containsKey(new LawBook.PageKey(terms, j)))
                                    .forEach(j ->
                                            faults.add(
                                                    j
                                                            + "/"
                                                            + LawReader.page(terms).path()
                                                            + ".yaml: declared, but missing")));
        }
    }

    /** What every entry says beside its values. */
    record EntryHead(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Source source,
            @Nullable String practice) {

        Source cited() {
            return source != null
                    ? source
                    : new Source.Practice(Objects.requireNonNullElse(practice, "?"));
        }
    }
}
