package cn.jiping.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The data folder of a demo that is to begin anew. */
class ThrowingADemoAwayTests {
    @TempDir Path temporary;
    private final MockEnvironment given = new MockEnvironment().withProperty("jiping.demo", "true");

    @BeforeEach
    void somebodyUsedIt() throws IOException {
        DataFolder.claim(home()).close();
        Files.createDirectories(home().resolve("cluster/base"));
        Files.writeString(home().resolve("cluster/base/1"), "rows");
        Files.createDirectories(home().resolve("files"));
        Files.writeString(home().resolve(EmbeddedLogins.FILE), "secret");
        Files.createDirectories(home().resolve("law"));
        given.setProperty("JIPING_HOME", home().toString());
    }

    private Path home() {
        return temporary.resolve("home");
    }

    @Test
    void leavesWhatTheOperatorPutThere() {
        DemoData.discard(given);

        assertThat(home().resolve("law")).exists();
        assertThat(home()).isDirectoryNotContaining("glob:**/{cluster,files,logins*,discarded}");
    }

    @Test
    void takesAlongWhatAnEarlierTimeLeft() throws IOException {
        Files.createDirectories(home().resolve("discarded/cluster/base"));

        DemoData.discard(given);

        assertThat(home().resolve("discarded")).doesNotExist();
    }

    @Test
    void losesNothingWhileAProgramUsesIt() {
        try (var _ = DataFolder.claim(home())) {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(() -> DemoData.discard(given));
        }

        assertThat(home().resolve("cluster/base/1")).hasContent("rows");
        assertThat(home().resolve(EmbeddedLogins.FILE)).hasContent("secret");
    }

    @Test
    void refusesWhatIsNoDemoOrLiesElsewhere() {
        given.setProperty("JIPING_DB_URL", "jdbc:postgresql://db/jiping");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DemoData.discard(given));
        given.setProperty("JIPING_DB_URL", "");
        given.setProperty("jiping.demo", "false");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> DemoData.discard(given));

        assertThat(home().resolve("cluster/base/1")).hasContent("rows");
    }
}
