package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawTable;
import cn.jiping.shared.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 省份: a province the law book has a pack for, by its name. */
public record Province(Jurisdiction jurisdiction, String name) {
    private static final Pattern PLACES = Pattern.compile("places/(\\d{2})\\.csv");
    private static final List<String> COLUMNS =
            List.of("code", "name", "kind", "parent", "from", "before");
    private static final String LEVEL = "PROVINCE";

    /** Every province of a book, in order of code. */
    public static List<Province> in(LawBook book) {
        return book.files().keySet().stream()
                .map(PLACES::matcher)
                .filter(java.util.regex.Matcher::matches)
                .flatMap(path -> named(book, path.group(), path.group(1)).stream())
                .toList();
    }

    private static Optional<Province> named(LawBook book, String path, String code) {
        return LawTable.read(book, path, COLUMNS).stream()
                .filter(row -> row.text("kind").equals(LEVEL))
                .map(row -> new Province(new Jurisdiction(code), row.text("name")))
                .findFirst();
    }

    /**
     * @throws InvalidInput naming the field if the book has no such province
     */
    public static Province require(LawBook book, String field, String code) {
        return in(book).stream()
                .filter(province -> province.jurisdiction().value().equals(code))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(field, "catalog.province"));
    }
}
