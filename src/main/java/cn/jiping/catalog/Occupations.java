package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.NoRule;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Finding;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 职业查询: the catalogue of a book as people look things up in it. */
public record Occupations(LawBook book) {
    private static final Pattern LETTERS = Pattern.compile("[a-z' ]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** A code or its beginning: at least one hyphen tells it from a number of the annex. */
    private static final Pattern CODE = Pattern.compile("\\d-[\\d-]*");

    /** Every occupation that fits, in the order asked for. */
    public List<OccupationView> list(OccupationFilter filter) {
        var found = named(filter.text());
        var all = Catalogue.in(book).all();
        return IntStream.range(0, all.size())
                .filter(at -> found.test(all.get(at)))
                .filter(at ->
                        filter.department() == null
                                || all.get(at).implementedBy(filter.department()))
                .mapToObj(at -> view(at + 1, all.get(at), filter.place(), filter.on()))
                .filter(view -> filter.status() == null || filter.status() == view.status())
                .sorted(order(filter))
                .toList();
    }

    public Slice<OccupationView> page(OccupationFilter filter, Paging paging) {
        var all = list(filter);
        var from = (int) Math.min(paging.offset(), all.size());
        var until = Math.min(from + paging.size(), all.size());
        return new Slice<>(all.subList(from, until), all.size(), paging);
    }

    /**
     * @throws NotFound if no document names such an occupation
     */
    public OccupationView one(String name, Jurisdiction place, LocalDate on) {
        var occupation =
                Catalogue.in(book).find(name).orElseThrow(() -> new NotFound("occupation", name));
        return view(Catalogue.in(book).all().indexOf(occupation) + 1, occupation, place, on);
    }

    /** How the occupation stood in a place from the first day that any document speaks of. */
    public List<Phase> history(Occupation occupation, Jurisdiction place) {
        var days = List.copyOf(changes(place));
        var phases = new ArrayList<Phase>();
        for (var day : days) {
            var view = view(1, occupation, place, day);
            var phase = new Phase(day, null, view.standing(), view.kind(), view.reasons());
            if (phases.isEmpty()) {
                Optional.of(phase).filter(first -> first.standing() != null).ifPresent(phases::add);
            } else if (!phases.getLast().sameAs(phase)) {
                phases.addLast(phases.removeLast().until(day.minusDays(1)));
                phases.addLast(phase);
            }
        }
        return phases;
    }

    /** 实施部门, each once. */
    public List<String> departments() {
        return Catalogue.in(book).all().stream()
                .flatMap(occupation -> occupation.departments().stream())
                .distinct()
                .sorted(Comparator.comparing(name -> Spelling.of(name).usual()))
                .toList();
    }

    /** 工种: those the documents name for the occupation; mostly none. */
    public List<WorkType> workTypes(Occupation occupation) {
        return NamedTables.in(book).workTypes().stream()
                .filter(row -> row.occupation().equals(occupation.name()))
                .map(NamedTables.OfOccupation::workType)
                .toList();
    }

    /** 等级: those the documents name for a kind of evaluation that the occupation falls under. */
    public List<NamedLevels> levels(
            Occupation occupation, EvaluationKind kind, Jurisdiction place, LocalDate on) {
        return NamedTables.in(book).levels().stream()
                .filter(row -> row.kind() == kind && row.speaksOf(occupation, place, on))
                .map(NamedLevels.Row::named)
                .toList();
    }

    private Predicate<Occupation> named(String text) {
        var asked = Catalogue.plain(text).toLowerCase(Locale.ROOT);
        if (asked.isEmpty()) {
            return _ -> true;
        }
        if (CODE.matcher(asked).matches()) {
            var codes = NamedTables.in(book).codes();
            return occupation -> coded(codes.get(occupation.name()), asked);
        }
        if (NUMBER.matcher(asked).matches()) {
            return occupation -> numbered(occupation.category(), asked);
        }
        if (LETTERS.matcher(asked).matches()) {
            var letters = asked.replace("'", "");
            return occupation -> Spelling.of(occupation.name()).holds(letters);
        }
        return occupation -> Catalogue.plain(occupation.name()).contains(asked);
    }

    private static boolean coded(@Nullable CodeOfOccupation known, String beginning) {
        return known != null && known.code().value().startsWith(beginning);
    }

    private static boolean numbered(Occupation.@Nullable Category category, String number) {
        return category != null && String.valueOf(category.number()).equals(number);
    }

    private OccupationView view(
            int number, Occupation occupation, Jurisdiction place, LocalDate on) {
        var law = book.in(place, on);
        var code = NamedTables.in(book).codes().get(occupation.name());
        var standing = orNothing(() -> new StandingRule(law).judge(occupation));
        if (standing.isEmpty()) {
            return new OccupationView(number, occupation, code, null, null, null, List.of());
        }
        var found = standing.get();
        var open = orNothing(() -> new KindRule(law).open(found));
        return new OccupationView(
                number,
                occupation,
                code,
                found.value(),
                leavesOn(occupation, found.value(), place, on),
                open.map(Finding::value).orElse(null),
                reasons(found, open));
    }

    private static List<Reason> reasons(
            Finding<Standing> standing, Optional<Finding<EvaluationKind>> open) {
        return Stream.concat(
                        standing.reasons().stream(),
                        open.stream().flatMap(kind -> kind.reasons().stream()))
                .distinct()
                .toList();
    }

    private @Nullable LocalDate leavesOn(
            Occupation occupation, Standing standing, Jurisdiction place, LocalDate on) {
        var exit = occupation.exit();
        return exit == null || standing.status() != CatalogueStatus.LEVEL_EVALUATION
                ? null
                : book.in(place, on)
                        .find(ExitTerms.class)
                        .map(page -> page.terms().of(exit).exitedOn())
                        .orElse(null);
    }

    private static <T> Optional<T> orNothing(Supplier<T> ruling) {
        try {
            return Optional.of(ruling.get());
        } catch (NoRule _) {
            return Optional.empty();
        }
    }

    /** Every day on which some page of law about standings changes. */
    private TreeSet<LocalDate> changes(Jurisdiction place) {
        var days = new TreeSet<LocalDate>();
        for (var where : List.of(place, Jurisdiction.NATIONAL)) {
            Stream.concat(Catalogue.STANDING_PAGES.stream(), Stream.of(KindTerms.class))
                    .forEach(page -> changes(page, where, days));
            book.entries(ExitTerms.class, where).stream()
                    .flatMap(entry -> entry.terms().batches().stream())
                    .map(ExitTerms.Row::exitedOn)
                    .filter(Objects::nonNull)
                    .forEach(days::add);
        }
        return days;
    }

    private <T extends Terms> void changes(
            Class<T> page, Jurisdiction where, TreeSet<LocalDate> days) {
        for (var entry : book.entries(page, where)) {
            days.add(entry.from());
            if (entry.until() != null) {
                days.add(entry.until().plusDays(1));
            }
        }
    }

    private static Comparator<OccupationView> order(OccupationFilter filter) {
        Comparator<OccupationView> order =
                switch (filter.column()) {
                    case NUMBER -> Comparator.comparingInt(OccupationView::number);
                    case NAME -> bySpelling();
                    case STATUS -> Comparator.comparing(OccupationView::status);
                    case EXIT ->
                            Comparator.comparing(
                                    OccupationView::exit,
                                    Comparator.nullsLast(Comparator.naturalOrder()));
                };
        return (filter.descending() ? order.reversed() : order)
                .thenComparingInt(OccupationView::number);
    }

    private static Comparator<OccupationView> bySpelling() {
        var spelt = new HashMap<String, String>();
        return Comparator.comparing(view ->
                spelt.computeIfAbsent(view.occupation().name(), name -> Spelling.of(name).usual()));
    }
}
