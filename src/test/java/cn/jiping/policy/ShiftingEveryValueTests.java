package cn.jiping.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Value mutation: each dated value of the law is shifted, one at a time, and some situation typed
 * from the documents must notice. Values that nothing proves yet are listed by name; the list must
 * name exactly those, so that it can only be shortened by proving one.
 */
class ShiftingEveryValueTests {
    private static final Path UNPROVED =
            Path.of("src/test/resources/expectations/unproved-values.txt");
    private static final Path FOUND = Path.of("target/unproved-values.txt");

    private final Expectations expectations = new Expectations();

    @Test
    void isNoticedBySomeSituation() throws IOException {
        var book = Expectations.book();
        var situations =
                Expectations.all().stream()
                        .filter(expectations::hasTopic)
                        .filter(expected -> !expectations.notices(expected, book))
                        .toList();

        var survivors =
                Mutants.of(book).stream()
                        .filter(mutant -> survives(mutant, situations))
                        .map(Mutants.Mutant::where)
                        .sorted()
                        .toList();

        Files.write(FOUND, survivors);
        assertThat(survivors).isEqualTo(Files.readAllLines(UNPROVED));
    }

    private boolean survives(Mutants.Mutant mutant, List<Expectations.Case> situations) {
        return situations.stream()
                .filter(situation -> expectations.looksAt(situation, mutant.page()))
                .noneMatch(situation -> expectations.notices(situation, mutant.book()));
    }
}
