package cn.jiping.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.FileSystemUtils;

/** 演示数据: the tables and files of a demo in the data folder. */
public final class DemoData {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final List<String> MADE_ANEW =
            List.of(DataFolder.CLUSTER, "files", EmbeddedLogins.FILE);
    private static final String ASIDE = "discarded";

    private DemoData() {}

    /**
     * Empties the data folder for a new beginning; what the operator put there, such as law, stays.
     * If it fails everything is where it was.
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
            var aside = folder.path().resolve(ASIDE);
            FileSystemUtils.deleteRecursively(aside);
            setAside(folder.path(), aside);
            delete(aside);
        } catch (IOException e) {
            throw Trouble.with(settings.home(), e);
        }
    }

    /** All of it or nothing: half a database would start no more. */
    private static void setAside(Path home, Path aside) throws IOException {
        Files.createDirectory(aside);
        var moved = new ArrayList<String>();
        try {
            for (var name : MADE_ANEW) {
                if (Files.exists(home.resolve(name))) {
                    move(home.resolve(name), aside.resolve(name));
                    moved.add(name);
                }
            }
        } catch (IOException e) {
            for (var name : moved) {
                move(aside.resolve(name), home.resolve(name));
            }
            throw e;
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path aside) {
        try {
            FileSystemUtils.deleteRecursively(aside);
        } catch (IOException e) {
            LOG.warn("{} is not needed any more and could not be deleted", aside, e);
        }
    }
}
