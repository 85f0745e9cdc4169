package cn.jiping.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program in a process of its own, with the demo's accounts and an own data folder.
 */
final class DemoProgram implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final int LINE_OF_PORT = 3;

    private final Path folder;
    private final Process process;
    private final String address;

    private DemoProgram(Path folder, Process process, String address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /**
     * @param sessions how many of one account may be open at a time
     */
    static DemoProgram start(int sessions) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("jiping-bench");
        var port = freePort();
        var building =
                new ProcessBuilder(Path.of("jiping").toAbsolutePath().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile());
        var environment = building.environment();
        environment.keySet().removeIf(name -> name.startsWith("JIPING_"));
        environment.put("JIPING_HOME", folder.resolve("home").toString());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.put("DEMO_SEASON", "false");
        environment.put("JIPING_ACCOUNT_SESSION_PERACCOUNT", Integer.toString(sessions));
        var program = new DemoProgram(folder, building.start(), "http://127.0.0.1:" + port);
        try {
            program.awaitHealth();
            return program;
        } catch (IOException | InterruptedException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitHealth() throws IOException, InterruptedException {
        var until = System.nanoTime() + START_LIMIT.toNanos();
        while (!healthy()) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException(
                        "The program does not start:\n" + Files.readString(folder.resolve("said")));
            }
            Thread.sleep(100);
        }
    }

    private boolean healthy() throws InterruptedException {
        try {
            return Visitor.anybody(address).get("/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String address() {
        return address;
    }

    Path folder() {
        return folder;
    }

    /** As the owner of the tables, for filling them and looking at the server. */
    Connection owner() throws IOException, SQLException {
        var home = folder.resolve("home");
        var port =
                Files.readAllLines(home.resolve("cluster/postmaster.pid"))
                        .get(LINE_OF_PORT)
                        .strip();
        var logins = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("logins.properties"))) {
            logins.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/jiping",
                "jiping_owner",
                logins.getProperty("owner"));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Folders.remove(folder);
    }
}
