package cn.jiping.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** What the operating system complains about, in words an operator can act on. */
final class Trouble {
    private static final String NO_SPACE = "No space left on device";
    private static final String READ_ONLY = "Read-only file system";

    private Trouble() {}

    static DatabaseUnavailable with(Path folder, IOException e) {
        var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        var said = reason == null ? "" : reason;
        if (e instanceof AccessDeniedException
                || said.contains("Operation not permitted")
                || said.contains("Permission denied")) {
            return new DatabaseUnavailable(
                    "The data folder " + folder + " is not writable: " + e.getMessage(),
                    "Give the user of this program the folder (chown -R), or another one with"
                            + " JIPING_HOME.",
                    e);
        }
        if (e instanceof FileAlreadyExistsException || said.contains("Not a directory")) {
            return new DatabaseUnavailable(
                    "The data folder " + folder + " cannot be: a file stands in its place",
                    "Give another folder with JIPING_HOME.",
                    e);
        }
        return said.contains(NO_SPACE) || said.contains(READ_ONLY)
                ? of(folder, said)
                : new DatabaseUnavailable(
                        "The data folder " + folder + " cannot be used: " + e.getMessage(),
                        "Look after the folder, or give another one with JIPING_HOME.",
                        e);
    }

    /** From the last lines of what PostgreSQL said when it failed. */
    static DatabaseUnavailable of(Path folder, String said) {
        if (said.contains(NO_SPACE)) {
            return new DatabaseUnavailable(
                    "The disk of the data folder " + folder + " is full",
                    "Make room on it, then start again; nothing that was confirmed is lost.");
        }
        if (said.contains(READ_ONLY)) {
            return new DatabaseUnavailable(
                    "The data folder " + folder + " is on a read-only file system",
                    "Mount it writable, or give another folder with JIPING_HOME.");
        }
        return new DatabaseUnavailable(
                "The embedded PostgreSQL in " + folder + " did not start",
                "It said:" + System.lineSeparator() + said.strip().indent(2).stripTrailing());
    }

    static DatabaseUnavailable diskFull(Path folder, long freeMegabytes, long neededMegabytes) {
        return new DatabaseUnavailable(
                String.format(
                        Locale.ROOT,
                        "The disk of the data folder %s is full: %d MB free, at least %d MB needed",
                        folder,
                        freeMegabytes,
                        neededMegabytes),
                "Make room on it, then start again; nothing that was confirmed is lost.");
    }
}
