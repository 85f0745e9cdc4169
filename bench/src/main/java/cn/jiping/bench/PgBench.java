package cn.jiping.bench;

import cn.jiping.database.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL's own load program, where the system has it. */
final class PgBench {
    private static final String LOG = "transactions";

    private final String program;
    private final URI server;
    private final Login login;

    private PgBench(String program, URI server, Login login) {
        this.program = program;
        this.server = server;
        this.login = login;
    }

    /** Empty where it is not installed. */
    static Optional<PgBench> against(String url, Login login) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .map(program ->
                        new PgBench(program, URI.create(url.substring("jdbc:".length())), login));
    }

    String version() throws IOException, InterruptedException {
        var process = new ProcessBuilder(program, "--version").start();
        var said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /** The statement over and over, prepared once by each client, each its own transaction. */
    Measured run(String name, int clients, Plan plan, String sql)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("jiping-pgbench");
        try {
            Files.writeString(folder.resolve("script.sql"), sql.strip().replace('\n', ' ') + ";\n");
            run(folder, clients, plan.warmUp().plus(plan.measured()));
            return Measured.of(name, clients, plan.measured(), tookAfterWarmUp(folder, plan));
        } finally {
            Folders.remove(folder);
        }
    }

    private void run(Path folder, int clients, Duration duration)
            throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var building =
                new ProcessBuilder(
                                program,
                                "--no-vacuum",
                                "--protocol=prepared",
                                "--client=" + clients,
                                "--jobs=" + Runtime.getRuntime().availableProcessors(),
                                "--time=" + duration.toSeconds(),
                                "--file=script.sql",
                                "--log",
                                "--log-prefix=" + LOG,
                                "--host=" + server.getHost(),
                                "--port=" + server.getPort(),
                                "--username=" + login.user(),
                                server.getPath().substring(1))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        building.environment().put("PGPASSWORD", login.password());
        if (building.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(said));
        }
    }

    /**
     * Each line tells a transaction: client, number, microseconds it took, script, and when it
     * ended in seconds and microseconds.
     */
    private static long[] tookAfterWarmUp(Path folder, Plan plan) throws IOException {
        var transactions = transactions(folder);
        var last = transactions.stream().mapToLong(PgBench::endMicros).max().orElse(0);
        var from = last - plan.measured().toNanos() / 1_000;
        return transactions.stream()
                .filter(fields -> endMicros(fields) >= from)
                .mapToLong(fields -> Long.parseLong(fields[2]) * 1_000)
                .toArray();
    }

    private static long endMicros(String[] fields) {
        return Long.parseLong(fields[4]) * 1_000_000 + Long.parseLong(fields[5]);
    }

    /** One log for each of its threads. */
    private static List<String[]> transactions(Path folder) throws IOException {
        var transactions = new ArrayList<String[]>();
        try (var logs = Files.newDirectoryStream(folder, LOG + "*")) {
            for (var log : logs) {
                try (var lines = Files.lines(log)) {
                    lines.map(line -> line.split(" ", -1)).forEach(transactions::add);
                }
            }
        }
        return transactions;
    }
}
