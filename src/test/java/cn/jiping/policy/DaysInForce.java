package cn.jiping.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Whether a page of law holds on a day, typed from the documents. */
record DaysInForce(Jurisdiction jurisdiction, String path, LocalDate day, boolean holds) {
    private static final Path FILE = Path.of("src/test/resources/expectations/days-in-force.csv");

    static List<DaysInForce> all() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(DaysInForce::of)
                .toList();
    }

    private static DaysInForce of(String line) {
        var cells = line.split(",", -1);
        var page = cells[0].split("/", 2);
        return new DaysInForce(
                new Jurisdiction(page[0]),
                page[1],
                LocalDate.parse(cells[1]),
                switch (cells[2]) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new IllegalArgumentException(line);
                });
    }

    boolean otherwiseIn(LawBook book) {
        return book.in(jurisdiction, day).find(page(book)).isPresent() != holds;
    }

    private Class<? extends Terms> page(LawBook book) {
        return book.entries().keySet().stream()
                .filter(key -> key.jurisdiction().equals(jurisdiction))
                .map(LawBook.PageKey::page)
                .filter(page -> LawReader.page(page).path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
