package cn.jiping.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTests {
    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("cn.jiping");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsInTheProgram(ArchRule rule, Class<?> sample) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void catchesItsViolatingSample(ArchRule rule, Class<?> sample) {
        var result =
                rule.allowEmptyShould(true).evaluate(new ClassFileImporter().importClasses(sample));

        assertThat(result.hasViolation()).isTrue();
    }

    static Stream<Arguments> rules() {
        return Rules.WITH_VIOLATING_SAMPLE.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                java.util.Comparator.comparing(ArchRule::getDescription)))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }
}
