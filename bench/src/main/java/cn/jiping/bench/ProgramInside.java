package cn.jiping.bench;

import cn.jiping.Jiping;
import cn.jiping.database.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program in the process of the benchmark, in a data folder of its own. */
final class ProgramInside implements AutoCloseable {
    private final Path folder;
    private final ConfigurableApplicationContext context;
    private final Connection owner;

    private ProgramInside(Path folder, ConfigurableApplicationContext context, Connection owner) {
        this.folder = folder;
        this.context = context;
        this.owner = owner;
    }

    /** Starts it with these options beside those that every benchmark wants. */
    static ProgramInside start(String... options) throws IOException, SQLException {
        var folder = Files.createTempDirectory("jiping-bench");
        var usual =
                List.of(
                        "--JIPING_HOME=" + folder.resolve("home"),
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
        var context =
                SpringApplication.run(
                        Jiping.class,
                        Stream.concat(usual.stream(), Stream.of(options)).toArray(String[]::new));
        var server = context.getBean(DatabaseServer.class);
        var owner =
                DriverManager.getConnection(
                        server.url(), server.owner().user(), server.owner().password());
        return new ProgramInside(folder, context, owner);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The owner of the tables, who may fill and count them. */
    Connection owner() {
        return owner;
    }

    /** Tells what the numbers were measured on. */
    void describe(Report report) throws SQLException {
        report.setting(Postgres.settings(owner));
        report.setting("data folder on " + Machine.storage(folder));
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            owner.close();
            context.close();
        } finally {
            Folders.remove(folder);
        }
    }
}
