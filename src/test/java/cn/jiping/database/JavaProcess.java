package cn.jiping.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another program on the classpath of the tests, in a process of its own. */
public final class JavaProcess {
    private static final List<String> SETTINGS =
            List.of(
                    "JIPING_HOME",
                    "JIPING_DB_URL",
                    "JIPING_DB_USER",
                    "JIPING_DB_PASSWORD",
                    "JIPING_DB_OWNER_USER",
                    "JIPING_DB_OWNER_PASSWORD",
                    "SPRING_PROFILES_ACTIVE",
                    "SERVER_PORT");

    private JavaProcess() {}

    public static ProcessBuilder of(Class<?> program, List<String> arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xshare:auto",
                                "-Xmx256m",
                                "-Duser.timezone=Asia/Shanghai",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()));
        command.addAll(arguments);
        var building = new ProcessBuilder(command).redirectErrorStream(true);
        building.environment().keySet().removeAll(SETTINGS);
        return building;
    }

    /** Everything said up to and with the line that begins so. */
    public static String awaitLine(Process process, String beginning) throws IOException {
        var said = new StringBuilder();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return said.toString();
            }
        }
        throw new IllegalStateException("ended without a line " + beginning + ":\n" + said);
    }
}
