package cn.jiping.draw.web;

import cn.jiping.draw.DrawView;
import cn.jiping.shared.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** 名单表: pool and exclusions as a table with one column for each attribute. */
record PoolSheet(List<String> headers, List<List<String>> rows) {
    static PoolSheet of(DrawView draw) {
        var pool = draw.announcement().pool();
        var attributes = new TreeSet<String>();
        pool.entries().forEach(entry -> attributes.addAll(entry.attributes().keySet()));
        var headers = new ArrayList<>(List.of("number", "name", "weight"));
        headers.addAll(attributes);
        headers.addAll(List.of("reason", "source"));
        var rows = new ArrayList<List<String>>();
        for (var entry : pool.entries()) {
            var row = new ArrayList<String>();
            row.add(entry.number());
            row.add(draw.name(entry.number()));
            row.add(String.valueOf(entry.weight()));
            attributes.forEach(name -> row.add(entry.attributes().getOrDefault(name, "")));
            rows.add(row);
        }
        for (var exclusion : pool.exclusions()) {
            var row =
                    new ArrayList<>(List.of(exclusion.number(), draw.name(exclusion.number()), ""));
            attributes.forEach(_ -> row.add(""));
            row.add(exclusion.reason());
            row.add(inWords(exclusion.source()));
            rows.add(row);
        }
        return new PoolSheet(headers, rows);
    }

    private static String inWords(Source source) {
        return switch (source) {
            case Source.Clause(var document, var clause) -> document + " " + clause;
            case Source.Practice(var why) -> why;
        };
    }
}
