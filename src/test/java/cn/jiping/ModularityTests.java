package cn.jiping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Jiping.class);
    private static final Path MADE = Path.of("target", "spring-modulith-docs");
    private static final Path KEPT = Path.of("docs", "modules");

    @Test
    void everyArrowBetweenModulesIsDeclared() {
        MODULES.verify();
    }

    /** If not: {@code docs/modules/regenerate}. */
    @Test
    void thePicturesOfTheModulesAreThoseOfTheCode() throws IOException {
        new Documenter(MODULES).writeDocumentation();

        assertThat(pictures(KEPT)).isEqualTo(pictures(MADE));
    }

    private static Map<String, List<String>> pictures(Path folder) throws IOException {
        var pictures = new TreeMap<String, List<String>>();
        try (var files = Files.newDirectoryStream(folder, "*.puml")) {
            for (var file : files) {
                pictures.put(String.valueOf(file.getFileName()), said(file));
            }
        }
        return pictures;
    }

    /** Components and arrows; the generator writes them in a different order each time. */
    private static List<String> said(Path picture) throws IOException {
        return Files.readAllLines(picture).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("Component(") || line.startsWith("Rel("))
                .sorted()
                .toList();
    }
}
