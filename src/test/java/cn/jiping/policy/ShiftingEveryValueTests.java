package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Value mutation: each dated value of the law is shifted, one at a time, and some situation typed
 * from the documents must notice. The shifts that no question whatever can show are listed by name,
 * each with its reason; the list must name exactly those.
 */
class ShiftingEveryValueTests {
    private static final Path UNSEEN = Path.of("src/test/resources/expectations/unseen-values.txt");
    private static final Path FOUND = Path.of("target/unseen-values.txt");
    private static final String BECAUSE = " | ";

    private final Expectations expectations = new Expectations();

    @Test
    void isNoticedBySomeSituation() throws IOException {
        var book = Expectations.book();
        var days = DaysInForce.all();
        assertThat(days).noneMatch(day -> day.otherwiseIn(book));
        var situations =
                Expectations.all().stream()
                        .filter(expectations::hasTopic)
                        .filter(expected -> !expectations.notices(expected, book))
                        .toList();

        var survivors =
                Mutants.of(book).stream()
                        .filter(mutant -> couldBeRead(mutant.book(), mutant.page()))
                        .filter(mutant ->
                                days.stream().noneMatch(day -> day.otherwiseIn(mutant.book())))
                        .filter(mutant -> survives(mutant, situations))
                        .map(Mutants.Mutant::where)
                        .sorted()
                        .toList();

        Files.write(FOUND, survivors);
        assertThat(survivors).isEqualTo(unseen().keySet().stream().toList());
        assertThat(unseen().values()).as("reasons").noneMatch(String::isBlank);
    }

    /** A table that leaves a combination open, or answers it twice, never becomes law. */
    private static boolean couldBeRead(LawBook book, Class<? extends Terms> page) {
        return book.entries().entrySet().stream()
                .filter(entries -> entries.getKey().page() == page)
                .flatMap(entries -> entries.getValue().stream())
                .allMatch(entry -> Tables.faults(entry.terms()).isEmpty());
    }

    private static SortedMap<String, String> unseen() throws IOException {
        var unseen = new TreeMap<String, String>();
        for (var line : Files.readAllLines(UNSEEN)) {
            var parts = line.split(Pattern.quote(BECAUSE), -1);
            unseen.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return unseen;
    }

    private boolean survives(Mutants.Mutant mutant, List<Expectations.Case> situations) {
        return situations.stream()
                .filter(situation -> expectations.looksAt(situation, mutant.page()))
                .noneMatch(situation -> expectations.notices(situation, mutant.book()));
    }
}
