package cn.jiping.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.testing.TestDatabase;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** Every page of law, every value on it and every word a value can be has a name in Chinese. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class NamingEveryValueTests {
    @Autowired Policies policies;
    @Autowired LawWords words;
    @Autowired ReasonTexts texts;

    @Test
    void ofEveryPageOfTheBook() {
        for (var cited : policies.index().entries()) {
            assertThat(words.page(cited.page().path())).isNotBlank();
            assertThat(cited.values().stream().map(words::values))
                    .allSatisfy(
                            line -> assertThat(line).isNotBlank().doesNotContain("[", "{", "null"));
        }
    }

    @Test
    void evenWhereNoEntryUsesItYet() {
        var seen = new HashSet<Class<?>>();
        policies.book().pages().forEach(page -> gather(page.terms(), seen));

        for (var type : seen) {
            for (var component : parts(type)) {
                assertThat(words.text("law.value." + component)).isNotBlank();
            }
        }
        assertThat(seen.stream().filter(Class::isEnum)).allSatisfy(this::namesEveryConstant);
    }

    @Test
    void andEveryChoiceAnybodyMayBeAskedFor() {
        var seen = new HashSet<Class<?>>();
        policies.topics().stream().map(DecisionTopic::facts).forEach(facts -> gather(facts, seen));

        assertThat(seen.stream().filter(Class::isEnum)).allSatisfy(this::namesEveryConstant);
    }

    @Test
    void andAProvinceThatOnlyADraftKnows() {
        var fictitious = new Jurisdiction("99");
        var places = "code,name,kind,parent,from,before\n990000,虚构省,PROVINCE,,,\n";
        var draft = policies.book().amendedBy(Map.of("places/99.csv", places));

        assertThat(words.place(fictitious, draft)).isEqualTo("虚构省");
        assertThat(words.place(fictitious)).isEqualTo("未命名的辖区（99）");
        assertThat(words.place(new Jurisdiction("33"), draft)).isEqualTo("浙江省");
    }

    private void namesEveryConstant(Class<?> type) {
        for (var constant : type.getEnumConstants()) {
            assertThat(texts.word(constant, Locale.CHINA)).as("%s", constant).isNotBlank();
        }
    }

    private static List<String> parts(Class<?> type) {
        return type.isRecord() && !isText(type)
                ? Stream.of(type.getRecordComponents()).map(c -> c.getName()).toList()
                : List.of();
    }

    private static boolean isText(Class<?> type) {
        var parts = type.getRecordComponents();
        return parts.length == 1 && parts[0].getName().equals("value");
    }

    private static void gather(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType of) {
            Stream.of(of.getActualTypeArguments()).forEach(part -> gather(part, seen));
        }
        if (type instanceof Class<?> plain
                && plain.getName().startsWith("cn.jiping")
                && !plain.getName().endsWith("Source")
                && (plain.isEnum() || plain.isRecord())
                && seen.add(plain)
                && plain.isRecord()) {
            for (var component : new LinkedHashSet<>(List.of(plain.getRecordComponents()))) {
                gather(component.getGenericType(), seen);
            }
        }
    }
}
