package cn.jiping;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.clock.BusinessClock;
import cn.jiping.database.JavaProcess;
import cn.jiping.database.TestServer;
import java.nio.file.Path;
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
        var building = JavaProcess.of(AskingTheClock.class, List.of());
        building.environment().put("JIPING_HOME", home.resolve("home").toString());
        building.environment().put("SERVER_PORT", "1");
        var program = building.start();

        var said = JavaProcess.awaitLine(program, "answered ");

        assertThat(program.waitFor()).as(said).isZero();
        assertThat(TestServer.serverProcesses(home.resolve("home"))).isEmpty();
    }
}
