package cn.jiping.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import cn.jiping.command.Program;
import cn.jiping.testing.TestDatabase;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES)
@Import({TestDatabase.class, AuditFixture.class})
class RunningVerifyAuditTests {
    @Autowired AuditFixture audit;
    @Autowired Seals seals;
    @Autowired ApplicationContext context;
    @TempDir Path folder;
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
        return new VerifyAuditCommand().run(new Invocation(List.of(arguments), out, out, program));
    }

    private Path roots() throws IOException {
        return Files.writeString(
                folder.resolve("roots.txt"),
                PublishedRoots.write(seals.before(Long.MAX_VALUE, 1000)));
    }

    @Test
    void succeedsOnlyWhileEverythingIsAsItWasSealed() throws IOException {
        var act = audit.sealed(2).getFirst();
        assertThat(run(roots().toString())).isEqualTo(CommandLine.DONE);

        audit.asOwner("update audit.act set code = 'forged' where id = ?", act.value());

        assertThat(run()).isEqualTo(CommandLine.FAILED);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("0 findings", "ACT_CHANGED act " + act + " block ");
        audit.asOwner("update audit.act set code = 'test.done' where id = ?", act.value());
    }

    @Test
    void namesABlockThatIsNotTheOneHeldOutside() throws IOException {
        var block = audit.blockOf(audit.sealed(2).getFirst());
        var hash = seals.latest().orElseThrow().hash().hex();
        var list = roots();
        Files.writeString(list, Files.readString(list).replace(hash, "00".repeat(32)));

        assertThat(run(list.toString())).isEqualTo(CommandLine.FAILED);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("ROOT_DIFFERS block " + block);
    }

    @Test
    void saysHowItIsUsed() throws IOException {
        var junk = Files.writeString(folder.resolve("junk.txt"), "no roots");

        assertThatExceptionOfType(Misused.class).isThrownBy(() -> run(junk.toString()));
        assertThatExceptionOfType(Misused.class).isThrownBy(() -> run("missing.txt"));
        assertThatExceptionOfType(Misused.class).isThrownBy(() -> run("a", "b"));
    }
}
