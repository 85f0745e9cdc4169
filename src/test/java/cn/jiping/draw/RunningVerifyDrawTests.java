package cn.jiping.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import cn.jiping.command.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningVerifyDrawTests {
    @TempDir Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void printsEachStepAndEndsWellIfAllAgrees() throws IOException {
        assertThat(run(RepeatingADrawTests.published())).isZero();

        assertThat(lines())
                .hasSize(16)
                .allMatch(line -> line.startsWith("［一致］") || line.equals("验算一致。"))
                .contains(
                        "［一致］ 种子 7e36c943eb85b1dd9f60ffc08f0407af83dfee84d2fd248913804ee68b0acc0d");
    }

    @Test
    void saysWhatDiffers() throws IOException {
        assertThat(run(RepeatingADrawTests.published().replace("20240409-047-3816", "x"))).isOne();

        assertThat(lines()).anyMatch(line -> line.startsWith("［不一致］ 种子："));
    }

    @Test
    void refusesWhatIsNoRecord() throws IOException {
        assertThat(run("[]")).isOne();
        assertThat(run("{\"format\":\"jiping-draw/1\"}")).isOne();
        assertThat(run("x".repeat(100))).isOne();
        assertThat(run("[".repeat(100_000))).isOne();
    }

    @Test
    void refusesAFileThatIsNotThereOrNoText() throws IOException {
        var file = folder.resolve("binary");
        Files.write(file, new byte[] {(byte) 0xff, 0, 1});

        assertThat(verify(List.of(file.toString()))).isOne();
        assertThat(verify(List.of(folder.resolve("absent").toString()))).isOne();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void isMisusedWithoutAFile() {
        assertThatExceptionOfType(Misused.class).isThrownBy(() -> verify(List.of()));
    }

    private int run(String record) throws IOException {
        var file = folder.resolve("record.json");
        Files.writeString(file, record);
        return verify(List.of(file.toString()));
    }

    private int verify(List<String> arguments) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new VerifyDraw().run(new Invocation(arguments, out, out, new NoProgram()));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The command must not need the program. */
    private static final class NoProgram implements Program {
        @Override
        public <F, R> R with(Class<F> facade, Function<F, R> work) {
            throw new AssertionError("needs " + facade);
        }
    }
}
