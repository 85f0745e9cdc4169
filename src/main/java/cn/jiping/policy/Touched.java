package cn.jiping.policy;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** 涉及的法域: whose law a draft changes that had law before. */
record Touched(Set<Jurisdiction> jurisdictions) {
    private static final String PROVINCE = "0000";

    static Touched between(LawBook base, LawBook book) {
        var touched = new TreeSet<Jurisdiction>();
        var before = base.entries();
        var after = book.entries();
        before.forEach((key, entries) -> {
            if (!entries.equals(after.get(key))) {
                touched.add(key.jurisdiction());
            }
        });
        after.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .map(LawBook.PageKey::jurisdiction)
                .filter(j -> before.keySet().stream().anyMatch(k -> k.jurisdiction().equals(j)))
                .forEach(touched::add);
        base.documents().stream()
                .filter(d -> book.document(d.shortName()).filter(d::equals).isEmpty())
                .map(LawDocument::jurisdiction)
                .forEach(touched::add);
        return new Touched(Set.copyOf(touched));
    }

    /**
     * A province changes its own law and, for this installation, the national one; another's never.
     *
     * @throws LawRefused naming the other province
     */
    void requireWithin(Scope scope) {
        jurisdictions.stream()
                .filter(j -> !j.equals(Jurisdiction.NATIONAL))
                .filter(j -> !scope.covers(division(j)))
                .sorted()
                .findFirst()
                .ifPresent(j -> {
                    throw LawRefused.otherProvince(j.value());
                });
    }

    static DivisionCode division(Jurisdiction jurisdiction) {
        return new DivisionCode(jurisdiction.value() + PROVINCE);
    }

    /** The province of a scope; none for whoever sees all. */
    static @Nullable DivisionCode province(Scope scope) {
        return scope.divisions().stream()
                .filter(division -> division.value().endsWith(PROVINCE))
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
