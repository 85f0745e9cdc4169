package cn.jiping.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * 文案: the texts of every module, {@code messages/<module>.properties} on the classpath, Chinese;
 * {@code _en} beside it where the shell is translated. A language without a text falls back to
 * Chinese.
 */
final class Messages extends ResourceBundleMessageSource {
    private static final String FOLDER = "messages/";
    private static final String SUFFIX = ".properties";

    Messages() {
        setBasenames(bundles().stream().map(bundle -> FOLDER + bundle).toArray(String[]::new));
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
    }

    /** The names of all bundles, without their translations. */
    static List<String> bundles() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver()
                                    .getResources("classpath*:" + FOLDER + "*" + SUFFIX))
                    .map(resource -> Objects.requireNonNull(resource.getFilename()))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> !name.contains("_"))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
