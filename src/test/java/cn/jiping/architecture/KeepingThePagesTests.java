package cn.jiping.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template can get wrong without anybody being told. */
class KeepingThePagesTests {
    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern ELEMENT = Pattern.compile("<[^!/][^<>]*(?:\"[^\"]*\"[^<>]*)*>");

    /** Thymeleaf replaces an element first; whether it should be there at all is then lost. */
    @Test
    void noElementAsksWhetherItIsThereAndIsReplaced() throws IOException {
        assertThat(elements().filter(KeepingThePagesTests::asksInVain)).isEmpty();
    }

    private static boolean asksInVain(String element) {
        return element.contains(" th:replace=")
                && (element.contains(" th:if=") || element.contains(" th:unless="));
    }

    private static Stream<String> elements() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream()
                    .flatMap(file -> elements(read(file)).stream());
        }
    }

    private static List<String> elements(String page) {
        return ELEMENT.matcher(page).results().map(MatchResult::group).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
