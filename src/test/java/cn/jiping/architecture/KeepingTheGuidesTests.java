package cn.jiping.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** 使用指南: says what the pages say, and shows the pictures that are there. */
class KeepingTheGuidesTests {
    private static final Path GUIDE = Path.of("docs", "guide");
    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
    private static final Pattern QUOTED = Pattern.compile("「([^」]+)」");
    private static final Pattern PICTURE = Pattern.compile("\\(images/([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("]\\(([\\w./-]*)#([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    @Test
    void quoteOnlyWhatThePagesSay() throws IOException {
        var said = said();

        assertThat(found(QUOTED))
                .isNotEmpty()
                .allMatch(words -> said.stream().anyMatch(text -> text.matcher(words).matches()));
    }

    @Test
    void showEveryPictureThatIsThereAndNoOther() throws IOException {
        try (var files = Files.list(GUIDE.resolve("images"))) {
            var there = files.map(file -> file.getFileName().toString());

            assertThat(found(PICTURE))
                    .isEqualTo(there.collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void leadOnlyToHeadingsThatAreThere() throws IOException {
        try (var files = Files.list(GUIDE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md")))
                    .allSatisfy(file ->
                            assertThat(LINK.matcher(read(file)).results())
                                    .allSatisfy(link ->
                                            assertThat(headings(file, link.group(1)))
                                                    .contains(link.group(2))));
        }
    }

    /** As code hosts name them; the file itself where the link names none. */
    private static List<String> headings(Path from, String file) {
        return HEADING.matcher(read(file.isEmpty() ? from : from.resolveSibling(file)))
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
                .toList();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (var files = Files.list(GUIDE)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .map(KeepingTheGuidesTests::read)
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every text of the pages; what is put into it may be anything. */
    private static List<Pattern> said() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .flatMap(KeepingTheGuidesTests::texts)
                    .filter(text -> PLACE.matcher(text).replaceAll("").strip().length() > 1)
                    .map(KeepingTheGuidesTests::pattern)
                    .toList();
        }
    }

    private static Stream<String> texts(Path file) {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.values().stream().map(String::valueOf);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(
                Stream.of(PLACE.split(text, -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".+")));
    }
}
