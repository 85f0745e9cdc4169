package cn.jiping.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs of PostgreSQL, run as the server's user. */
record PostgresPrograms(Path binaries, ServerUser user) {
    private static final Duration LIMIT = Duration.ofMinutes(11);

    record Outcome(int exit, String said) {
        boolean failed() {
            return exit != 0;
        }
    }

    Outcome run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(user.prefix());
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        // a file, not a pipe: the server that stays behind would hold a pipe open
        var output = Files.createTempFile("jiping-" + program, ".out");
        try {
            var building =
                    new ProcessBuilder(command)
                            .directory(Path.of("/").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            building.environment().put("LC_ALL", "C.UTF-8");
            building.environment().keySet().removeIf(name -> name.startsWith("PG"));
            var process = building.start();
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseUnavailable(
                        program + " does not come to an end", "Look at the load of this machine.");
            }
            return new Outcome(
                    process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while PostgreSQL worked", "Start again.", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
