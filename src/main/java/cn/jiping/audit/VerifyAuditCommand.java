package cn.jiping.audit;

import cn.jiping.command.Command;
import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code verify-audit [ROOTS.txt]}: exit code 0 only if everything is as it was sealed. */
public final class VerifyAuditCommand implements Command {
    private static final long TELL_EVERY = 10_000;

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String arguments() {
        return "[ROOTS.txt]";
    }

    @Override
    public String purpose() {
        return "Recomputes every seal of the audit and names what was changed; with a list of roots"
                + " kept outside, compares with it too.";
    }

    @Override
    public int run(Invocation invocation) {
        if (invocation.arguments().size() > 1) {
            throw new Misused("at most one argument is needed");
        }
        var held =
                invocation.arguments().isEmpty()
                        ? Map.<Long, Digest>of()
                        : held(Path.of(invocation.arguments().getFirst()));
        return invocation
                .program()
                .with(Verifications.class, verifications -> run(invocation, verifications, held));
    }

    private static int run(
            Invocation invocation, Verifications verifications, Map<Long, Digest> held) {
        var out = invocation.out();
        var told = new long[1];
        var run =
                verifications.run(
                        held,
                        finding -> out.println(line(finding)),
                        now -> {
                            if (now.blocksDone() - told[0] >= TELL_EVERY) {
                                told[0] = now.blocksDone();
                                out.printf("block %d of %d%n", now.blocksDone(), now.blocks());
                            }
                        });
        var counts = run.counts();
        out.printf(
                "%d blocks, %d acts (%d payloads erased by term), %d long without a block:"
                        + " %d findings%n",
                run.blocks(), counts.acts(), counts.erased(), counts.waiting(), counts.findings());
        return run.sound() ? CommandLine.DONE : CommandLine.FAILED;
    }

    private static String line(AuditFinding finding) {
        return finding.kind() + part(" act ", finding.act()) + part(" block ", finding.block());
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : name + value;
    }

    private static Map<Long, Digest> held(Path file) {
        try {
            return PublishedRoots.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new Misused("not a list of roots: " + file);
        }
    }
}
