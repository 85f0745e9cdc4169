package cn.jiping.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * What the operator said about the database: nothing, a folder, or a server of his own; and lines
 * for the configuration of the embedded one.
 */
record DatabaseSettings(
        Path home,
        @Nullable String url,
        @Nullable Login login,
        @Nullable Login ownerLogin,
        String embedded) {

    static DatabaseSettings from(PropertyResolver given) {
        return new DatabaseSettings(
                Path.of(text(given, "JIPING_HOME", "data")).toAbsolutePath().normalize(),
                text(given, "JIPING_DB_URL"),
                login(given, "JIPING_DB_USER", "JIPING_DB_PASSWORD"),
                login(given, "JIPING_DB_OWNER_USER", "JIPING_DB_OWNER_PASSWORD"),
                text(given, "jiping.database.embedded", ""));
    }

    private static @Nullable Login login(PropertyResolver given, String user, String password) {
        var name = text(given, user);
        return name == null ? null : new Login(name, text(given, password, ""));
    }

    private static @Nullable String text(PropertyResolver given, String name) {
        var value = given.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String text(PropertyResolver given, String name, String otherwise) {
        var value = text(given, name);
        return value == null ? otherwise : value;
    }

    /** Without the migrations. */
    DatabaseServer open() {
        if (url == null) {
            return EmbeddedServer.start(
                    home,
                    new EmbeddedServer.Machine() {
                        @Override
                        public String settings() {
                            return embedded;
                        }
                    });
        }
        if (login == null) {
            throw new DatabaseUnavailable(
                    "JIPING_DB_URL is given without JIPING_DB_USER",
                    "Give JIPING_DB_USER and JIPING_DB_PASSWORD too, or nothing for the embedded"
                            + " PostgreSQL.");
        }
        return ExternalServer.open(url, ownerLogin == null ? login : ownerLogin, login);
    }
}
