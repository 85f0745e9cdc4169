package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.shared.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 职业目录: every occupation that the law book names, found by its Chinese name. */
public final class Catalogue {
    private static final String ANNEX = "catalogue/exit-2020.csv";
    private static final String OTHERS = "catalogue/others.csv";
    private static final String DEPARTMENTS = "、";

    private final LawBook book;
    private final List<Occupation> occupations;
    private final Map<String, Occupation> byName = new HashMap<>();

    private Catalogue(LawBook book, List<Occupation> occupations) {
        this.book = book;
        this.occupations = List.copyOf(occupations);
        occupations.forEach(occupation -> byName.putIfAbsent(occupation.name(), occupation));
    }

    /** The catalogue of a book; read once for each book. */
    public static Catalogue in(LawBook book) {
        return book.view(Catalogue.class, Catalogue::read);
    }

    private static Catalogue read(LawBook book) {
        var occupations = new ArrayList<Occupation>();
        lines(book, ANNEX).forEach(cells -> occupations.add(ofAnnex(cells)));
        lines(book, OTHERS)
                .forEach(cells ->
                        occupations.add(
                                new Occupation(cells[0], null, departments(cells[1]), null)));
        return new Catalogue(book, occupations);
    }

    private static List<String[]> lines(LawBook book, String path) {
        var text = book.file(path).orElseThrow(() -> new IllegalStateException("No " + path));
        return text.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Occupation ofAnnex(String[] cells) {
        return new Occupation(
                cells[2],
                new Occupation.Category(Integer.parseInt(cells[0]), cells[1]),
                departments(cells[3]),
                exit(cells[4]));
    }

    private static Occupation.Exit exit(String batch) {
        return switch (batch) {
            case "1" -> Occupation.Exit.BATCH_1;
            case "2" -> Occupation.Exit.BATCH_2;
            default -> Occupation.Exit.TO_ACCESS;
        };
    }

    private static List<String> departments(String text) {
        return text.isBlank() ? List.of() : Arrays.asList(text.split(DEPARTMENTS, -1));
    }

    public List<Occupation> all() {
        return occupations;
    }

    public Optional<Occupation> find(String name) {
        return Optional.ofNullable(byName.get(name.strip()));
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
}
