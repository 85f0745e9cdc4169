package cn.jiping.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import cn.jiping.command.Program;
import cn.jiping.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, KeysFixture.class, PhoneBook.class})
class RunningRotateKeysTests {
    @Autowired Keys keys;
    @Autowired PhoneBook phones;
    @Autowired ApplicationContext context;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... arguments) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        var program =
                new Program() {
                    @Override
                    public <F, R> R with(Class<F> facade, Function<F, R> work) {
                        return work.apply(context.getBean(facade));
                    }
                };
        return new RotateKeysCommand().run(new Invocation(List.of(arguments), out, out, program));
    }

    @Test
    void addsAKeyOfEachKindAndSaysHowManyRowsRemain() {
        phones.clear();
        phones.write(1, "13800000000");
        var before = keys.all().size();
        var master = keys.currentMasterKey();

        assertThat(run("all")).isEqualTo(CommandLine.DONE);

        assertThat(keys.all()).hasSize(before + 3);
        assertThat(keys.currentMasterKey()).isNotEqualTo(master);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("test.phone: 1 rows remain");
    }

    @Test
    void saysHowItIsUsed() {
        assertThatExceptionOfType(Misused.class).isThrownBy(() -> run());
        assertThatExceptionOfType(Misused.class).isThrownBy(() -> run("everything"));
    }
}
