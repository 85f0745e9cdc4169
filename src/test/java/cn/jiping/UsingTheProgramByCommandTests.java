package cn.jiping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.database.JavaProcess;
import cn.jiping.database.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsingTheProgramByCommandTests {
    @TempDir Path home;

    /** Asks a facade and leaves, as a command does. */
    static final class AskingTheClock {
        private AskingTheClock() {}

        public static void main(String[] arguments) {
            var now = new Jiping.WithoutPages().with(BusinessClock.class, BusinessClock::now);
            System.out.println("answered " + now);
        }
    }

    @Test
    void asksAFacadeAndLeavesNothingRunning() throws Exception {
        var program = start(home.resolve("keyring.json"));

        var said = JavaProcess.awaitLine(program, "answered ");

        assertThat(program.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("first-administrator");
        assertThat(TestServer.serverProcesses(home.resolve("home"))).isEmpty();
    }

    @Test
    void saysWhatToDoWhenTheKeysCannotBeUsed() throws Exception {
        var noKeys = Files.writeString(home.resolve("letter.txt"), "Dear operator");
        Files.setPosixFilePermissions(noKeys, PosixFilePermissions.fromString("rw-------"));

        var program = start(noKeys);
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isNotZero();
        assertThat(said)
                .contains("is no key file of Jiping", "Put back the key file from its backup")
                .doesNotContain("KeysUnavailable: ", "\tat cn.jiping");
        assertThat(TestServer.serverProcesses(home.resolve("home"))).isEmpty();
    }

    private Process start(Path keys) throws IOException {
        var building = JavaProcess.of(AskingTheClock.class, List.of());
        building.environment().put("JIPING_HOME", home.resolve("home").toString());
        building.environment().put("JIPING_KEYS", keys.toString());
        building.environment().put("SERVER_PORT", "1");
        return building.start();
    }
}
