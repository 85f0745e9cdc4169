package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.LawDocument.LawClause;
import cn.jiping.shared.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The clauses of the law book against the paragraphs typed from the documents. */
class HoldingEveryParagraphTests {
    private static final List<Paragraph> PARAGRAPHS =
            lines("clauses.csv").map(HoldingEveryParagraphTests::paragraph).toList();

    private final LawBook book = Expectations.book();

    @Test
    void asAClause() {
        assertThat(PARAGRAPHS).allSatisfy(paragraph -> assertThat(clauses(paragraph)).hasSize(1));
    }

    @Test
    void asManyAsTheDocumentsHave() {
        assertThat(book.documents())
                .extracting(document -> document.shortName() + "," + document.clauses().size())
                .containsExactlyInAnyOrderElementsOf(lines("clause-counts.csv").toList());
    }

    @Test
    void withTheWordsOfObligationItHas() {
        assertThat(PARAGRAPHS)
                .allSatisfy(paragraph ->
                        assertThat(clauses(paragraph))
                                .singleElement()
                                .extracting(clause -> Set.copyOf(clause.signals()))
                                .isEqualTo(paragraph.signals()));
    }

    @Test
    void inForceOrWithARequirementWhereItObliges() {
        for (var document : book.documents()) {
            assertThat(document.clauses())
                    .filteredOn(clause -> !clause.signals().isEmpty())
                    .allSatisfy(clause ->
                            assertThat(clause)
                                    .matches(c -> inForce(document, c) || carried(c), "answered"));
        }
    }

    private boolean inForce(LawDocument document, LawClause clause) {
        return !book.restingOn(new Source.Clause(document.shortName(), clause.clause())).isEmpty();
    }

    private static boolean carried(LawClause clause) {
        return !clause.requirements().isEmpty();
    }

    private List<LawClause> clauses(Paragraph paragraph) {
        return book
                .document(paragraph.document())
                .flatMap(document -> document.clause(paragraph.clause()))
                .stream()
                .toList();
    }

    private record Paragraph(String document, String clause, Set<String> signals) {}

    private static Paragraph paragraph(String line) {
        var cells = line.split(",", -1);
        var signals =
                Stream.of(cells[2].split("\\+"))
                        .filter(signal -> !signal.isBlank())
                        .collect(Collectors.toSet());
        return new Paragraph(cells[0], cells[1], signals);
    }

    private static Stream<String> lines(String file) {
        try {
            var text =
                    new ClassPathResource("expectations/" + file)
                            .getContentAsString(StandardCharsets.UTF_8);
            return text.lines().skip(1).filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
