package cn.jiping.database;

import java.io.IOException;
import java.util.List;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.FileSystemUtils;

/** 演示数据: the tables and files of a demo in the data folder. */
public final class DemoData {
    private static final List<String> MADE_ANEW =
            List.of(DataFolder.CLUSTER, "files", EmbeddedLogins.FILE);

    private DemoData() {}

    /**
     * Empties the data folder for a new beginning; what the operator put there, such as law, stays.
     *
     * @throws IllegalStateException if this is no demo, or its tables lie on another server
     * @throws DatabaseUnavailable if a program still uses the folder
     */
    public static void discard(PropertyResolver given) {
        if (!given.getProperty("jiping.demo", Boolean.class, false)) {
            throw new IllegalStateException("Only the data of a demo are thrown away");
        }
        var settings = DatabaseSettings.from(given);
        if (settings.url() != null) {
            throw new IllegalStateException("The tables are on another server");
        }
        try (var folder = DataFolder.claim(settings.home())) {
            for (var name : MADE_ANEW) {
                FileSystemUtils.deleteRecursively(folder.path().resolve(name));
            }
        } catch (IOException e) {
            throw Trouble.with(settings.home(), e);
        }
    }
}
