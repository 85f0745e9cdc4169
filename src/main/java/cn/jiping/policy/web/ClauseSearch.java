package cn.jiping.policy.web;

import cn.jiping.policy.LawDocument.Kind;
import cn.jiping.policy.LawIndex.Standing;
import cn.jiping.policy.web.LawRows.ClauseRow;
import cn.jiping.shared.Paging;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request asks of the clauses; what it names wrongly counts as not said. */
record ClauseSearch(
        @Nullable String q,
        @Nullable String document,
        @Nullable String jurisdiction,
        @Nullable String kind,
        @Nullable String standing,
        @Nullable Integer page,
        @Nullable Integer size) {

    public String text() {
        return Asked.text(q);
    }

    public @Nullable Kind kindAsked() {
        return Asked.constant(Kind.class, kind);
    }

    public @Nullable Standing standingAsked() {
        return Asked.constant(Standing.class, standing);
    }

    /** Whether anything is looked for; otherwise the documents are shown. */
    public boolean narrows() {
        return Stream.of(q, document, jurisdiction, kind, standing)
                .anyMatch(given -> given != null && !given.isBlank());
    }

    Paging paging() {
        return Asked.paging(page, size);
    }

    boolean takes(ClauseRow row) {
        var kindAsked = kindAsked();
        var standingAsked = standingAsked();
        return (document == null
                        || document.isBlank()
                        || row.document().shortName().equals(document))
                && Asked.names(jurisdiction, row.document().jurisdiction())
                && (kindAsked == null || kindAsked == row.clause().kind())
                && (standingAsked == null || standingAsked == row.standing())
                && says(row, Asked.words(text()));
    }

    private static boolean says(ClauseRow row, List<String> words) {
        var clause = row.clause();
        var all =
                Stream.of(
                                row.name(),
                                row.document().shortName(),
                                row.document().title(),
                                row.document().number(),
                                clause.clause(),
                                clause.heading(),
                                clause.text())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
