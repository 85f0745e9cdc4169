package cn.jiping.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallingACommandTests {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsTheOneThatIsNamed() {
        assertThat(call("greet", "世界")).isEqualTo(7);
        assertThat(said(out)).isEqualTo("hello 世界\n");
    }

    @Test
    void showsHowToCallItWhenTheArgumentsDoNotFit() {
        assertThat(call("greet")).isEqualTo(CommandLine.MISUSED);
        assertThat(said(err))
                .contains("greet: exactly one argument is needed")
                .contains("usage: jiping greet NAME");
    }

    @Test
    void listsTheCommandsWhenItIsUnknown() {
        assertThat(call("grete")).isEqualTo(CommandLine.MISUSED);
        assertThat(said(err)).contains("Unknown command: grete").contains("greet NAME");
        assertThat(said(out)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void listsTheCommandsWhenAsked(String help) {
        assertThat(call(help)).isEqualTo(CommandLine.DONE);
        assertThat(said(out)).contains("greet NAME").contains("Greets somebody.");
    }

    @Test
    void servesWithoutOne() {
        assertThat(CommandLine.asksToServe(List.of())).isTrue();
        assertThat(CommandLine.asksToServe(List.of("--server.port=80"))).isTrue();
        assertThat(CommandLine.asksToServe(List.of("--help"))).isFalse();
        assertThat(CommandLine.asksToServe(List.of("greet"))).isFalse();
    }

    private int call(String... arguments) {
        return new CommandLine(List.of(new Greet()), new NoProgram())
                .run(List.of(arguments), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class NoProgram implements Program {
        @Override
        public <F, R> R with(Class<F> facade, Function<F, R> work) {
            throw new IllegalStateException("not needed here");
        }
    }

    private static final class Greet implements Command {
        @Override
        public String name() {
            return "greet";
        }

        @Override
        public String arguments() {
            return "NAME";
        }

        @Override
        public String purpose() {
            return "Greets somebody.";
        }

        @Override
        public int run(Invocation invocation) {
            invocation.out().print("hello " + invocation.onlyArgument() + "\n");
            return 7;
        }
    }
}
