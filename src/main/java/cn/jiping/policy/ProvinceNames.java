package cn.jiping.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 省名: what the tables of places of a book call its provinces. */
record ProvinceNames(Map<Jurisdiction, String> byPlace) {
    private static final Pattern TABLE = Pattern.compile("places/(\\d{2})\\.csv");
    private static final List<String> COLUMNS =
            List.of("code", "name", "kind", "parent", "from", "before");
    private static final String PROVINCE = "PROVINCE";

    static ProvinceNames in(LawBook book) {
        var names = new HashMap<Jurisdiction, String>();
        book.files().keySet().stream()
                .map(TABLE::matcher)
                .filter(Matcher::matches)
                .forEach(table ->
                        LawTable.read(book, table.group(), COLUMNS).stream()
                                .filter(row -> row.text("kind").equals(PROVINCE))
                                .findFirst()
                                .ifPresent(row ->
                                        names.put(
                                                new Jurisdiction(table.group(1)),
                                                row.text("name"))));
        return new ProvinceNames(Map.copyOf(names));
    }
}
