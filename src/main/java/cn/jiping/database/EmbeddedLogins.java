package cn.jiping.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The two logins of the embedded server, made with its cluster and known to nobody else. */
record EmbeddedLogins(Login owner, Login application) {
    static final String FILE = "logins.properties";
    private static final String OWNER = "jiping_owner";

    static EmbeddedLogins in(DataFolder folder) throws IOException {
        var file = folder.path().resolve(FILE);
        if (!Files.exists(file)) {
            if (Files.exists(folder.cluster())) {
                throw new DatabaseUnavailable(
                        "The data folder " + folder.path() + " has lost its " + FILE,
                        "Put the file back from a copy of the folder, or import an export into an"
                                + " empty folder.");
            }
            write(file);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        var logins = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            logins.load(in);
        }
        return new EmbeddedLogins(
                new Login(OWNER, logins.getProperty("owner", "")),
                new Login(DatabaseServer.APPLICATION_ROLE, logins.getProperty("application", "")));
    }

    private static void write(Path file) throws IOException {
        var partial =
                Files.createTempFile(
                        file.getParent(),
                        "logins",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        var logins = new Properties();
        logins.setProperty("owner", secret());
        logins.setProperty("application", secret());
        try (var out = Files.newBufferedWriter(partial)) {
            logins.store(out, "Logins of the embedded PostgreSQL");
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
