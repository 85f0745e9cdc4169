package cn.jiping.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Door;
import cn.jiping.shared.Office;
import cn.jiping.shared.ReasonCode;
import cn.jiping.shared.Refusal;
import cn.jiping.shared.Role;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text that a page, a refusal, a reason or an act asks for stands in the message files. */
class EveryTextExistsTests {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IN_TEMPLATES =
            Pattern.compile(
                    "(?:#\\{|#(?:jp\\.text|messages\\.msg)\\(')([a-z][\\w.-]*\\w)(?=['(}])");
    private static final List<Asked> IN_SOURCES =
            List.of(
                    new Asked("act.", "Act\\.of\\(\\s*\"([\\w.-]*\\w)\"(?=\\s*[,)])"),
                    new Asked(
                            "invalid.",
                            "InvalidInput\\.of\\(\\s*[^,()]+,\\s*\"([\\w.-]*\\w)\"(?=\\s*[,)])"),
                    new Asked("", "new Crumb\\([^;]*?,\\s*\"([\\w.-]*\\w)\"(?=\\s*[,)])\\)"),
                    new Asked("", "Notice\\.(?:ok|info|warn)\\(\\s*\"([\\w.-]*\\w)\"(?=\\s*[,)])"),
                    new Asked(
                            "nav.", "new NavEntry\\([^;]*?,\\s*\"([\\w.-]*\\w)\"(?=\\s*[,)])\\)"));

    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern IN_BRACES = Pattern.compile("\\{\\d");

    private final Map<String, String> texts = texts(false);

    @Test
    void inEveryTemplate() {
        var missing = new TreeSet<String>();
        files(TEMPLATES, ".html").forEach(file -> missing.addAll(missing(IN_TEMPLATES, "", file)));

        assertThat(missing).isEmpty();
    }

    @Test
    void forEveryCrumbNoticeFaultAndAct() {
        var missing = new TreeSet<String>();
        for (var asked : IN_SOURCES) {
            files(SOURCES, ".java")
                    .forEach(
                            file -> missing.addAll(missing(asked.pattern(), asked.prefix(), file)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void forEveryRoleDoorAndOffice() {
        var keys = new TreeSet<String>();
        Arrays.stream(Role.values()).forEach(role -> keys.add("role." + role));
        Arrays.stream(Door.values()).forEach(door -> keys.add("door." + door));
        Arrays.stream(Office.values()).forEach(office -> keys.add("office." + office));

        assertThat(texts).containsKeys(keys.toArray(String[]::new));
    }

    @Test
    void forEveryReason() {
        var keys = new TreeSet<String>();
        for (var type : typesOf(ReasonCode.class)) {
            for (var constant : type.getEnumConstants()) {
                keys.add("reason." + ((ReasonCode) constant).code());
            }
        }

        assertThat(texts).containsKeys(keys.toArray(String[]::new));
    }

    @Test
    void forEveryRefusalAndWhatToDoThen() throws ReflectiveOperationException {
        var keys = new TreeSet<String>();
        for (var type : typesOf(Refusal.class)) {
            for (var code : codes(type)) {
                keys.add("refusal." + code);
                keys.add("refusal." + code + ".next");
            }
        }

        assertThat(keys).isNotEmpty();
        assertThat(texts).containsKeys(keys.toArray(String[]::new));
    }

    @Test
    void onceAndInAFormThatCanBeRead() {
        texts.forEach((key, text) ->
                assertThat(new MessageFormat(text, Locale.ROOT)).describedAs(key).isNotNull());
        assertThat(texts.values()).noneMatch(String::isBlank);
    }

    @Test
    void inChineseWhereverThereIsEnglish() {
        var english = texts(true);

        assertThat(texts.keySet()).containsAll(english.keySet());
        english.forEach((key, text) ->
                assertThat(arguments(text))
                        .describedAs(key)
                        .isEqualTo(arguments(texts.getOrDefault(key, ""))));
    }

    @Test
    void orTheTemplateThatAsksForItIsNamed() {
        var sample = "<p th:text=\"#{page.no.such}\"></p><p th:text=\"${#jp.text('no.such', 1)}\">";

        assertThat(keys(IN_TEMPLATES, sample)).containsExactly("page.no.such", "no.such");
        assertThat(texts).doesNotContainKeys("page.no.such", "no.such");
    }

    private Set<String> missing(Pattern pattern, String prefix, Path file) {
        var missing = new HashSet<String>();
        for (var key : keys(pattern, read(file))) {
            if (!texts.containsKey(prefix + key)) {
                missing.add(file + ": " + prefix + key);
            }
        }
        return missing;
    }

    private static List<String> keys(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static long arguments(String text) {
        return IN_BRACES.matcher(text).results().map(found -> found.group()).distinct().count();
    }

    /** All texts of one language; a key that stands twice fails. */
    private static Map<String, String> texts(boolean english) {
        var all = new HashMap<String, String>();
        files(MESSAGES, ".properties")
                .filter(file -> file.toString().contains("_en.") == english)
                .forEach(file ->
                        load(file)
                                .forEach((key, text) ->
                                        assertThat(all.put(key, text))
                                                .describedAs(key + " of " + file)
                                                .isNull()));
        return all;
    }

    private static Map<String, String> load(Path file) {
        var once = new OnceOnly(file);
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            once.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return once.texts;
    }

    private static List<Class<?>> typesOf(Class<?> parent) {
        var found = new ArrayList<Class<?>>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("cn.jiping")
                        .stream()
                        .filter(type -> type.isAssignableTo(parent) && !type.isInterface())
                        .filter(type -> !type.isEquivalentTo(parent))
                        .map(JavaClass::reflect)
                        .forEach(found::add);
        return found;
    }

    /** The codes of a refusal, by calling its named factories with samples. */
    private static Set<String> codes(Class<?> refusal) throws ReflectiveOperationException {
        var codes = new TreeSet<String>();
        for (var factory : refusal.getDeclaredMethods()) {
            if (Modifier.isStatic(factory.getModifiers())
                    && refusal.isAssignableFrom(factory.getReturnType())) {
                codes.add(code(factory));
            }
        }
        return codes;
    }

    private static String code(Method factory) throws ReflectiveOperationException {
        factory.setAccessible(true);
        var samples = Arrays.stream(factory.getParameterTypes()).map(Samples::of).toArray();
        try {
            return ((Refusal) factory.invoke(null, samples)).code();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Teach Samples an argument of " + factory, e);
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return COMMENTS.matcher(Files.readString(file)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What in the sources asks for a text, and under which prefix it stands. */
    private record Asked(String prefix, Pattern pattern) {
        Asked(String prefix, String pattern) {
            this(prefix, Pattern.compile(pattern));
        }
    }

    /** Properties that refuse a key given twice. */
    private static final class OnceOnly extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, String> texts = new HashMap<>();
        private final transient Path file;

        OnceOnly(Path file) {
            this.file = file;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            assertThat(texts.put(key.toString(), value.toString()))
                    .describedAs(key + " twice in " + file)
                    .isNull();
            return value;
        }
    }
}
