package cn.jiping.policy;

import cn.jiping.policy.LawDocument.LawClause;
import cn.jiping.policy.LawIndex.Standing;
import cn.jiping.shared.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code docs/rules.md}: every clause, what of it is in force, who asks it, what tests it.
 */
final class RulesPage {
    private static final String HEAD =
            """
            # Rules

            Made by `docs/law/regenerate` from the law book, never by hand; a test fails where it is stale. Every paragraph of the documents with what of it stands in the law book as dated values (page, jurisdiction, days of force), the topics of the decisions API that look at that page, and how many typed cases rest on the clause (`src/test/resources/expectations/<topic>.yaml`). Where a clause is no rule, the reason stands instead; ids such as B10 are those of the requirements that see to it.

            """;
    private static final int WORDS = 40;

    private final LawBook book;
    private final LawIndex index;
    private final List<DecisionTopic<?>> topics;
    private final Map<String, Map<String, Long>> cases = new TreeMap<>();

    RulesPage(LawBook book, List<DecisionTopic<?>> topics, List<Expectations.Case> expected) {
        this.book = book;
        this.index = new LawIndex(book, topics);
        this.topics =
                topics.stream()
                        .sorted(Comparator.comparing((DecisionTopic<?> topic) -> topic.name()))
                        .toList();
        for (var one : expected) {
            one.tree()
                    .path("sources")
                    .forEach(source ->
                            cases.computeIfAbsent(source.asString(), _ -> new TreeMap<>())
                                    .merge(one.topic(), 1L, Long::sum));
        }
    }

    String text() {
        var page = new StringBuilder(HEAD);
        page.append(
                "| document | clauses | in force as values | seen to by requirements | no rule |\n");
        page.append("|---|---|---|---|---|\n");
        book.documents().forEach(document -> page.append(summary(document)));
        book.documents().forEach(document -> page.append(section(document)));
        page.append(practices());
        page.append(topicTable());
        return page.toString();
    }

    private String summary(LawDocument document) {
        var standing =
                document.clauses().stream()
                        .collect(
                                Collectors.groupingBy(
                                        clause -> index.standing(document, clause),
                                        Collectors.counting()));
        return row(
                "[`" + document.shortName() + "`](#" + anchor(document) + ")",
                document.clauses().size(),
                standing.getOrDefault(Standing.IN_FORCE, 0L),
                standing.getOrDefault(Standing.CARRIED, 0L),
                standing.getOrDefault(Standing.NO_RULE, 0L));
    }

    private static String anchor(LawDocument document) {
        return document.shortName().toLowerCase(Locale.ROOT);
    }

    private String section(LawDocument document) {
        var section = new StringBuilder("\n## " + document.shortName() + "\n");
        section.append(document.issuer());
        if (document.number() != null) {
            section.append(' ').append(document.number());
        }
        section.append("《").append(document.title()).append("》, in force ");
        section.append(days(document.inForce().from(), document.inForce().until()));
        section.append(" (").append(document.inForce().basis()).append(").\n\n");
        section.append("| clause | kind | about | in force, or why not | topics | cases |\n");
        section.append("|---|---|---|---|---|---|\n");
        document.clauses().forEach(clause -> section.append(row(document, clause)));
        return section.toString();
    }

    private String row(LawDocument document, LawClause clause) {
        var source = document.source(clause);
        return row(
                clause.clause(),
                clause.kind().name().toLowerCase(Locale.ROOT),
                about(clause),
                index.standing(document, clause) == Standing.IN_FORCE
                        ? String.join("<br>", values(source))
                        : whyNot(document, clause),
                askedBy(source),
                casesOn(source));
    }

    private static String whyNot(LawDocument document, LawClause clause) {
        var carried =
                clause.requirements().isEmpty()
                        ? ""
                        : "; seen to by " + String.join(", ", clause.requirements());
        return switch (clause.kind()) {
            case EFFORT -> "no rule: an appeal to effort decides no case" + carried;
            case ORGANISATION ->
                    document.gathers(clause)
                            ? "no rule: a heading, its paragraphs follow" + carried
                            : "no rule: says who does what" + carried;
            case NORM -> "a norm without dated value or topic" + carried;
        };
    }

    private static String about(LawClause clause) {
        if (clause.heading() != null) {
            return clause.heading();
        }
        var text = clause.text();
        return text.length() <= WORDS ? text : text.substring(0, WORDS) + "…";
    }

    /** One line for each dated entry that rests on the source, with the values that do. */
    private List<String> values(Source source) {
        return index.restingOn(source).stream().map(RulesPage::line).toList();
    }

    private static String line(CitedEntry cited) {
        return "`"
                + cited.page().path()
                + "` "
                + cited.page().jurisdiction()
                + ", "
                + days(cited.entry().from(), cited.entry().until())
                + (cited.values().isEmpty()
                        ? ""
                        : cited.values().stream()
                                .map(ValueText::of)
                                .collect(Collectors.joining("; ", ": ", "")));
    }

    private String askedBy(Source source) {
        return index.askedBy(source).stream()
                .map(topic -> "`" + topic.name() + "`")
                .collect(Collectors.joining(" "));
    }

    private String casesOn(Source.Clause clause) {
        return cases
                .getOrDefault(clause.document() + " " + clause.clause(), Map.of())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String practices() {
        var section = new StringBuilder("\n## What no document says\n");
        section.append(
                "Chosen by us, each with its reason, and changed like every other value.\n\n");
        section.append("| why | values | topics |\n|---|---|---|\n");
        for (var page : book.pages()) {
            for (var source : page.sources()) {
                if (source instanceof Source.Practice practice) {
                    section.append(
                            row(
                                    practice.why(),
                                    String.join("<br>", valuesOf(page, practice)),
                                    askedBy(practice)));
                }
            }
        }
        return section.toString();
    }

    private List<String> valuesOf(LawBook.Page page, Source source) {
        return index.restingOn(source).stream()
                .filter(cited -> cited.page().equals(page))
                .map(RulesPage::line)
                .toList();
    }

    private String topicTable() {
        var section = new StringBuilder("\n## Topics\n");
        section.append("| topic | pages of law | cases |\n|---|---|---|\n");
        var perTopic =
                Expectations.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Expectations.Case::topic, Collectors.counting()));
        for (var topic : topics) {
            section.append(
                    row(
                            "`" + topic.name() + "`",
                            topic.pages().stream()
                                    .map(page -> "`" + LawReader.page(page).path() + "`")
                                    .sorted()
                                    .collect(Collectors.joining(" ")),
                            perTopic.getOrDefault(topic.name(), 0L)));
        }
        return section.toString();
    }

    private static String days(Object from, @Nullable Object until) {
        return until == null ? "from " + from : from + " to " + until;
    }

    private static String row(Object... cells) {
        return Stream.of(cells)
                .map(cell -> String.valueOf(cell).replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
