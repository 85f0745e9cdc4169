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
        private final List<LawFault> faults = new ArrayList<>();
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
                bind(new Place(path, "", YamlLines.of(text)), node, LawDocument.class)
                        .forEach(document -> keep(path, document));
            } else if (tree != null) {
                faults.add(LawFault.of(path, "no-document"));
            }
        }

        private void keep(String path, LawDocument document) {
            if (!path.equals("documents/" + document.shortName() + ".yaml")) {
                faults.add(LawFault.of(path, "document-name", document.shortName()));
            }
            documents.put(document.shortName(), document);
            var numbers = document.clauses().stream().map(LawDocument.LawClause::clause).toList();
            if (Set.copyOf(numbers).size() != numbers.size()) {
                faults.add(LawFault.of(path, "clause-twice"));
            }
        }

        private void page(String path, String text) {
            var matcher = PAGE.matcher(path);
            if (!matcher.matches()) {
                if (path.matches("\\d{2}/.*") || path.endsWith(".yml")) {
                    faults.add(LawFault.of(path, "no-place"));
                }
                return;
            }
            var terms = pages.get(matcher.group(2));
            if (terms == null) {
                if (!kept) {
                    faults.add(LawFault.of(path, "no-page"));
                }
                return;
            }
            var tree = tree(path, text);
            if (tree == null) {
                return;
            }
            if (!tree.isArray() || tree.isEmpty()) {
                faults.add(LawFault.of(path, "no-entries"));
                return;
            }
            var entries = new ArrayList<InForce<?>>();
            var lines = YamlLines.of(text);
            for (var i = 0; i < tree.size(); i++) {
                entries.addAll(entry(new Place(path, "/" + i, lines), tree.get(i), terms));
            }
            found.put(
                    new LawBook.PageKey(terms, new Jurisdiction(matcher.group(1))),
                    ended(path, entries));
        }

        private @Nullable JsonNode tree(String path, String text) {
            try {
                return YAML.readTree(text);
            } catch (JacksonException e) {
                var at = e.getLocation();
                faults.add(
                        LawFault.at(
                                path,
                                at == null ? null : at.getLineNr(),
                                "",
                                "yaml",
                                String.valueOf(e.getOriginalMessage())));
                return null;
            }
        }

        private List<InForce<?>> entry(Place at, JsonNode node, Class<? extends Terms> terms) {
            if (!(node instanceof ObjectNode object)) {
                faults.add(at.fault("", "no-values"));
                return List.of();
            }
            var head = object.deepCopy().retain("from", "until", "source", "practice");
            var values = object.deepCopy().without(List.of("from", "until", "source", "practice"));
            var heads = bind(at, head, EntryHead.class);
            var bound = bind(at, values, terms);
            if (heads.isEmpty() || bound.isEmpty()) {
                return List.of();
            }
            var about = heads.getFirst();
            var value = bound.getFirst();
            checkSources(at, about, value);
            Tables.faults(value)
                    .forEach(fault ->
                            faults.add(
                                    at.fault(
                                            fault.table(),
                                            "rows",
                                            fault.rows(),
                                            fault.combination())));
            return about.source() == null && about.practice() == null
                    ? List.of()
                    : List.of(new InForce<>(value, about.cited(), about.from(), about.until()));
        }

        private void checkSources(Place at, EntryHead about, Terms value) {
            if ((about.source() == null) == (about.practice() == null)) {
                faults.add(at.fault("source", "source"));
                return;
            }
            Stream.concat(Stream.of(about.cited()), Sources.within(value).stream())
                    .filter(source -> !known(source))
                    .forEach(source -> faults.add(at.fault("source", "no-clause", told(source))));
        }

        private static String told(Source source) {
            return switch (source) {
                case Source.Practice(var why) -> why;
                case Source.Clause(var document, var clause) -> document + " " + clause;
            };
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
                    faults.add(LawFault.of(path, "order", entry.from().toString()));
                }
                if (next != null && until != null && !until.plusDays(1).equals(next)) {
                    faults.add(LawFault.of(path, "gap", next.toString()));
                }
                if (until != null && until.isBefore(entry.from())) {
                    faults.add(LawFault.of(path, "turned", entry.from().toString()));
                }
                var last = until == null && next != null ? next.minusDays(1) : until;
                ended.add(new InForce<>(entry.terms(), entry.source(), entry.from(), last));
            }
            return List.copyOf(ended);
        }

        private <R> List<R> bind(Place at, JsonNode tree, Class<R> type) {
            var reader = new RecordReader(Scalars.STRICT);
            var read = reader.read(tree, type);
            reader.faults().forEach(fault -> faults.add(at.fault(fault)));
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
                                                    LawFault.of(
                                                            j
                                                                    + "/"
                                                                    + LawReader.page(terms).path()
                                                                    + ".yaml",
                                                            "missing"))));
        }
    }

    /** Where in a file something is read: below which pointer, and what stands on which line. */
    private record Place(String path, String below, YamlLines lines) {
        LawFault fault(ReadFault fault) {
            var code =
                    switch (fault.kind()) {
                        case MISSING -> "value-missing";
                        case UNKNOWN -> "value-unknown";
                        case DOUBLED -> "value-doubled";
                        case WRONG -> "wrong";
                    };
            return fault(fault.path(), code);
        }

        LawFault fault(String field, String code, Object... arguments) {
            return LawFault.at(path, lines.line(below, field), field, code, arguments);
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
