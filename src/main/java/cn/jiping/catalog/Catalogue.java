package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawFaulty;
import cn.jiping.policy.LawTable;
import cn.jiping.policy.Terms;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 职业目录: every occupation that the law book names, found by its Chinese name. */
public final class Catalogue {
    static final String ANNEX = "catalogue/exit-2020.csv";
    private static final String OTHERS = "catalogue/others.csv";
    private static final Source ANNEX_SOURCE = new Source.Clause("MHRSS2020-80", "附件");
    private static final List<String> ANNEX_COLUMNS =
            List.of("seq", "category", "occupation", "departments", "batch");
    private static final List<String> OTHERS_COLUMNS =
            List.of("occupation", "departments", "document", "clause");
    private static final String DEPARTMENTS = "、";
    private static final String TO_ACCESS = "拟依照法定程序调整为准入类职业资格";
    private static final Pattern BRACKETED = Pattern.compile("(.*)（(.+)）(.*)");
    private static final int SHORTEST_NAME = 2;

    /** The pages by which an occupation's standing is judged. */
    public static final Set<Class<? extends Terms>> STANDING_PAGES =
            Set.of(
                    CancelledTerms.class,
                    AccessTerms.class,
                    UnifiedTerms.class,
                    ExitTerms.class,
                    OutsideTerms.class);

    private final LawBook book;
    private final List<Occupation> occupations;
    private final Map<String, Occupation> byName = new HashMap<>();

    private Catalogue(LawBook book, List<Occupation> occupations) {
        this.book = book;
        this.occupations = List.copyOf(occupations);
        occupations.forEach(occupation -> byName.putIfAbsent(plain(occupation.name()), occupation));
        occupations.forEach(occupation ->
                shorter(occupation.name()).forEach(name -> byName.putIfAbsent(name, occupation)));
    }

    /** Brackets and blanks are printed now one way, now another. */
    static String plain(String name) {
        return name.replace('(', '（').replace(')', '）').replaceAll("\\s", "");
    }

    /** 秘书（涉外秘书） is asked for by either of its names. */
    private static List<String> shorter(String name) {
        var bracketed = BRACKETED.matcher(plain(name));
        return bracketed.matches()
                ? Stream.of(bracketed.group(1) + bracketed.group(3), bracketed.group(2))
                        .filter(part -> part.length() >= SHORTEST_NAME)
                        .toList()
                : List.of();
    }

    /** The catalogue of a book; read once for each book. */
    public static Catalogue in(LawBook book) {
        return book.view(Catalogue.class, Catalogue::read);
    }

    private static Catalogue read(LawBook book) {
        var annex =
                new Annex(
                        LawTable.read(book, ANNEX, ANNEX_COLUMNS).stream()
                                .map(Catalogue::ofAnnex)
                                .toList());
        var faults =
                book.entries(ExitTerms.class, Jurisdiction.NATIONAL).stream()
                        .flatMap(entry -> annex.differencesFrom(entry.terms().totals()).stream())
                        .toList();
        if (!faults.isEmpty()) {
            throw new LawFaulty(faults);
        }
        var occupations = new ArrayList<>(annex.rows());
        LawTable.read(book, OTHERS, OTHERS_COLUMNS)
                .forEach(row ->
                        occupations.add(
                                new Occupation(
                                        row.text("occupation"),
                                        null,
                                        departments(row.text("departments")),
                                        null,
                                        new Source.Clause(
                                                row.text("document"), row.text("clause")))));
        return new Catalogue(book, occupations);
    }

    private static Occupation ofAnnex(LawTable.Row row) {
        return new Occupation(
                row.text("occupation"),
                new Occupation.Category(row.as("seq", Integer::valueOf), row.text("category")),
                departments(row.text("departments")),
                row.as("batch", Catalogue::exit),
                ANNEX_SOURCE);
    }

    private static Occupation.Exit exit(String batch) {
        return switch (batch) {
            case "1" -> Occupation.Exit.BATCH_1;
            case "2" -> Occupation.Exit.BATCH_2;
            case TO_ACCESS -> Occupation.Exit.TO_ACCESS;
            default -> throw new IllegalArgumentException("No batch " + batch);
        };
    }

    private static List<String> departments(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.split(DEPARTMENTS, -1));
    }

    public List<Occupation> all() {
        return occupations;
    }

    public Optional<Occupation> find(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /**
     * @throws InvalidInput naming the fact {@code occupation} if no document names such an
     *     occupation
     */
    public Occupation require(String name) {
        return find(name)
                .orElseThrow(() -> InvalidInput.of("occupation", "catalog.occupation", name));
    }

    /**
     * 国务院已取消: whether the occupation is among those cancelled, as known on the day.
     *
     * @throws InvalidInput naming the fact {@code occupation} if no document names such an
     *     occupation
     */
    public boolean cancelled(String name, LocalDate on) {
        return book.in(Jurisdiction.NATIONAL, on)
                .find(CancelledTerms.class)
                .filter(law -> law.terms().occupations().contains(require(name).name()))
                .isPresent();
    }

    /**
     * 目录状态: where the occupation stands in a place on a day.
     *
     * @throws InvalidInput naming the fact {@code occupation} if no document names such an
     *     occupation
     * @throws cn.jiping.policy.NoRule where no document says it
     */
    public Finding<Standing> standing(Jurisdiction jurisdiction, String name, LocalDate on) {
        return new StandingRule(book.in(jurisdiction, on)).judge(require(name));
    }

    /**
     * 评价类别: the one kind open to the occupation in a place on a day.
     *
     * @throws InvalidInput naming the fact {@code occupation} if no document names such an
     *     occupation
     * @throws cn.jiping.policy.NoRule where no document says it
     */
    public Finding<EvaluationKind> openKind(Jurisdiction jurisdiction, String name, LocalDate on) {
        return new KindRule(book.in(jurisdiction, on)).open(standing(jurisdiction, name, on));
    }

    /**
     * 退出日: as the annex last arranged it; nothing for an occupation that does not leave.
     *
     * @throws InvalidInput naming the fact {@code occupation} if no document names such an
     *     occupation
     */
    public Optional<Leaving> leaving(String name) {
        var exit = require(name).exit();
        var entries = book.entries(ExitTerms.class, Jurisdiction.NATIONAL);
        if (exit == null || entries.isEmpty()) {
            return Optional.empty();
        }
        var row = entries.getLast().terms().of(exit);
        return Optional.ofNullable(row.exitedOn()).map(day -> new Leaving(day, row.source()));
    }
}
