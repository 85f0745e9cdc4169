package cn.jiping.policy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** An invented province that exists as files of law only. */
public final class ThirdProvince {
    private static final String ROOT = "law-third-province/";

    private ThirdProvince() {}

    public static SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:" + ROOT + "**/*.yaml")) {
                var url = file.getURL().toString();
                files.put(
                        url.substring(url.lastIndexOf(ROOT) + ROOT.length()),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Files as an archive that somebody uploads. */
    public static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
