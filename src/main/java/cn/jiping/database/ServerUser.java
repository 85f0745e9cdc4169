package cn.jiping.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, for it refuses root: as we do; as root in a user namespace of its own,
 * where root is nobody; or, where that is forbidden, as an unprivileged user.
 */
record ServerUser(List<String> prefix, int uid, int gid) {
    private static final int NOBODY = 65534;
    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U", "--");

    static ServerUser of(Path cluster) throws IOException {
        var self = attribute(Path.of("/proc/self"), "unix:uid");
        if (self != 0) {
            return new ServerUser(List.of(), self, attribute(Path.of("/proc/self"), "unix:gid"));
        }
        var owner = Files.exists(cluster) ? attribute(cluster, "unix:uid") : 0;
        if (owner != 0) {
            return unprivileged(owner, attribute(cluster, "unix:gid"));
        }
        return works(USER_NAMESPACE)
                ? new ServerUser(USER_NAMESPACE, 0, 0)
                : unprivileged(NOBODY, NOBODY);
    }

    static ServerUser unprivileged() {
        return unprivileged(NOBODY, NOBODY);
    }

    private static ServerUser unprivileged(int uid, int gid) {
        var prefix = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        if (!works(prefix)) {
            throw new DatabaseUnavailable(
                    "PostgreSQL must not run as root, and neither unshare nor setpriv can give it"
                            + " another user here",
                    "Start Jiping as an ordinary user, or give an external server with"
                            + " JIPING_DB_URL.");
        }
        return new ServerUser(prefix, uid, gid);
    }

    private static boolean works(List<String> prefix) {
        try {
            return exit(prefix, "true") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int exit(List<String> prefix, String... command) throws IOException {
        var process =
                new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private boolean another() throws IOException {
        return uid != attribute(Path.of("/proc/self"), "unix:uid");
    }

    /** Gives the file or folder, with all that lies in it, to the server. */
    void own(Path tree) throws IOException {
        if (!another()) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (var path : all.toList()) {
                Files.setAttribute(path, "unix:uid", uid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", gid, java.nio.file.LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Lets the server pass through the data folder to its cluster, and nobody else. */
    void admitTo(Path home) throws IOException {
        if (!another()) {
            return;
        }
        Files.setAttribute(home, "unix:gid", gid);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x---"));
        if (exit(prefix, "test", "-x", home.toString()) != 0) {
            throw new DatabaseUnavailable(
                    "PostgreSQL must not run as root, and its user "
                            + uid
                            + " cannot reach the data folder "
                            + home,
                    "Give a folder whose parents others may pass through with JIPING_HOME, such as"
                            + " /var/lib/jiping, or start Jiping as an ordinary user.");
        }
    }

    private static int attribute(Path path, String name) throws IOException {
        return (Integer) Files.getAttribute(path, name);
    }
}
