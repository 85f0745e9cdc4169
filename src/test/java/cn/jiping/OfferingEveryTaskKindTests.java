package cn.jiping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.task.TaskKind;
import cn.jiping.testing.TestDatabase;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Whoever looks for tasks of a kind finds the kind among those offered. */
@SpringBootTest
@Import(TestDatabase.class)
class OfferingEveryTaskKindTests {
    @Test
    void offersWhatAModuleOpens(@Autowired ObjectProvider<TaskKind> offered) {
        var opened =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("cn.jiping")
                                .stream()
                                .flatMap(type -> type.getFields().stream())
                                .filter(field -> field.getRawType().isEquivalentTo(TaskKind.class))
                                .filter(field -> field.getModifiers().toString().contains("STATIC"))
                                .map(JavaField::reflect)
                                .map(OfferingEveryTaskKindTests::kind)
                                .filter(kind -> !kind.code().equals("demo"));

        assertThat(offered.stream()).containsAll(opened.toList());
    }

    private static TaskKind kind(Field field) {
        try {
            field.setAccessible(true);
            return (TaskKind) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }
}
