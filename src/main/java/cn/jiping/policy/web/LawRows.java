package cn.jiping.policy.web;

import cn.jiping.clock.BusinessClock;
import cn.jiping.policy.CitedEntry;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawDocument;
import cn.jiping.policy.LawDocument.LawClause;
import cn.jiping.policy.LawIndex;
import cn.jiping.policy.LawIndex.Standing;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The law book in rows, as its lists, pages and files show it. */
@Component
class LawRows {
    private static final int SHORT = 60;

    private final Policies policies;
    private final LawWords words;
    private final BusinessClock clock;

    LawRows(Policies policies, LawWords words, BusinessClock clock) {
        this.policies = policies;
        this.words = words;
        this.clock = clock;
    }

    /** 现在的状态: whether something is in force today. */
    enum State {
        /** 在用. */
        CURRENT("ok"),
        /** 已停用. */
        PAST("idle"),
        /** 未到施行日. */
        COMING("info");

        private final String kind;

        State(String kind) {
            this.kind = kind;
        }

        /** The colour of the tag. */
        public String kind() {
            return kind;
        }

        static State of(LocalDate from, @Nullable LocalDate until, LocalDate today) {
            if (today.isBefore(from)) {
                return COMING;
            }
            return until != null && today.isAfter(until) ? PAST : CURRENT;
        }
    }

    /** A document in the list. */
    record DocumentRow(
            LawDocument document,
            String name,
            String place,
            String path,
            State state,
            String days,
            long inForce) {}

    /** A clause in a list. */
    record ClauseRow(
            LawDocument document,
            LawClause clause,
            String name,
            String place,
            String path,
            String about,
            Standing standing) {}

    /** A dated entry of a page of law: its values in words. */
    record ValueRow(
            String page,
            String pagePath,
            Jurisdiction jurisdiction,
            String place,
            LocalDate from,
            @Nullable LocalDate until,
            String days,
            State state,
            String governed,
            List<String> values,
            Source source,
            String cite) {
        public boolean matches(String text) {
            return Stream.of(page, pagePath, place, cite, String.join(" ", values))
                    .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(text));
        }
    }

    List<DocumentRow> documents() {
        return policies.book().documents().stream().map(this::document).toList();
    }

    DocumentRow document(LawDocument document) {
        var index = policies.index();
        var valid = document.inForce();
        return new DocumentRow(
                document,
                words.document(document.shortName()),
                words.place(document.jurisdiction()),
                LawAddresses.path(document.shortName()),
                State.of(valid.from(), valid.until(), clock.today()),
                words.days(valid.from(), valid.until()),
                document.clauses().stream()
                        .filter(clause -> index.standing(document, clause) == Standing.IN_FORCE)
                        .count());
    }

    List<ClauseRow> clauses(ClauseSearch asked) {
        return policies.book().documents().stream()
                .flatMap(document -> clauses(document).stream())
                .filter(asked::takes)
                .toList();
    }

    List<ClauseRow> clauses(LawDocument document) {
        var index = policies.index();
        var name = words.document(document.shortName());
        var place = words.place(document.jurisdiction());
        return document.clauses().stream()
                .map(clause ->
                        new ClauseRow(
                                document,
                                clause,
                                name,
                                place,
                                LawAddresses.path(document.source(clause)),
                                about(clause),
                                index.standing(document, clause)))
                .toList();
    }

    private static String about(LawClause clause) {
        return Objects.requireNonNullElseGet(clause.heading(), () -> shortened(clause.text()));
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT) + "…";
    }

    /** What rests on a clause. */
    List<ValueRow> values(Source source) {
        return policies.index().restingOn(source).stream().map(this::value).toList();
    }

    List<ValueRow> values(ValueSearch asked) {
        var found =
                policies.index().entries().stream()
                        .filter(asked::takes)
                        .map(this::value)
                        .filter(asked::takes)
                        .toList();
        return asked.sorted(found);
    }

    private ValueRow value(CitedEntry cited) {
        var page = cited.page();
        var entry = cited.entry();
        return new ValueRow(
                words.page(page.path()),
                page.path(),
                page.jurisdiction(),
                words.place(page.jurisdiction()),
                entry.from(),
                entry.until(),
                words.days(entry.from(), entry.until()),
                State.of(entry.from(), entry.until(), clock.today()),
                words.text("law.governed." + page.governedBy()),
                cited.values().stream().map(words::values).toList(),
                entry.source(),
                words.cite(entry.source()));
    }

    /** Every jurisdiction that has a document or a page of law, in order. */
    List<Jurisdiction> jurisdictions() {
        var book = policies.book();
        return Stream.concat(
                        book.documents().stream().map(LawDocument::jurisdiction),
                        book.pages().stream().map(page -> page.jurisdiction()))
                .distinct()
                .sorted()
                .toList();
    }

    LawIndex index() {
        return policies.index();
    }
}
