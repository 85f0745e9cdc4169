package cn.jiping.catalog;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.shared.InvalidInput;
import java.util.List;

/** 省份: a province the law book has a pack for, by its name. */
public record Province(Jurisdiction jurisdiction, String name) {
    /** Every province of a book, in order of code. */
    public static List<Province> in(LawBook book) {
        return book.provinces().entrySet().stream()
                .map(named -> new Province(named.getKey(), named.getValue()))
                .toList();
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
