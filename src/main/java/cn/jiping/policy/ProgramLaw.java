package cn.jiping.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** 随程序附带的法规: the law files on the classpath, and the pages that the modules declare. */
@Component
class ProgramLaw {
    private static final String EVERY_MODULE = "cn.jiping";
    private static final String ROOT = "law/";

    private final LawReader reader = new LawReader(pages());
    private final LawBook book;

    ProgramLaw() {
        this(files());
    }

    ProgramLaw(SortedMap<String, String> files) {
        this.book = reader.read(files, WorkingDays.usual());
    }

    LawBook book() {
        return book;
    }

    /**
     * A book to be.
     *
     * @throws LawFaulty with everything that is wrong
     */
    LawBook read(SortedMap<String, String> files) {
        return reader.read(files, WorkingDays.usual());
    }

    /**
     * A book that was in force once, kept in the database.
     *
     * @throws LawFaulty if this program cannot read it
     */
    LawBook readKept(SortedMap<String, String> files) {
        return reader.readKept(files, WorkingDays.usual());
    }

    private static SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        try {
            var found =
                    new PathMatchingResourcePatternResolver(ProgramLaw.class.getClassLoader())
                            .getResources("classpath:" + ROOT + "**/*.*");
            for (var resource : found) {
                var url = resource.getURL().toString();
                var path = url.substring(url.lastIndexOf("/" + ROOT) + ROOT.length() + 1);
                files.put(path, resource.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Set<Class<? extends Terms>> pages() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(LawPage.class));
        var pages = new LinkedHashSet<Class<? extends Terms>>();
        for (var found : scanner.findCandidateComponents(EVERY_MODULE)) {
            var name = found.getBeanClassName();
            if (name != null) {
                pages.add(ClassUtils.resolveClassName(name, null).asSubclass(Terms.class));
            }
        }
        return pages;
    }
}
