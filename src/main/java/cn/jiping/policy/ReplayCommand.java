package cn.jiping.policy;

import cn.jiping.command.Command;
import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code replay --law DIR [--cases FILE.csv] [--out FILE.xlsx]}. */
public final class ReplayCommand implements Command {
    private static final List<String> OPTIONS = List.of("--law", "--cases", "--out");
    private static final int SHOWN = 20;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String arguments() {
        return "--law DIR [--cases FILE.csv] [--out FILE.xlsx]";
    }

    @Override
    public String purpose() {
        return "Judges all stored decisions, or the cases of a file, by law files laid over the book"
                + " in force, and names every decision that changes.";
    }

    @Override
    public int run(Invocation invocation) {
        var given = options(invocation.arguments());
        var law = given.get("--law");
        if (law == null || !Files.isDirectory(law)) {
            throw new Misused("--law names no folder");
        }
        var cases = given.get("--cases");
        if (cases != null && !Files.isRegularFile(cases)) {
            throw new Misused("--cases names no file");
        }
        return invocation
                .program()
                .with(
                        ReplayTrials.class,
                        trials -> run(invocation, trials, law, cases, given.get("--out")));
    }

    private static Map<String, Path> options(List<String> arguments) {
        var given = new HashMap<String, Path>();
        for (var i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new Misused("not understood: " + arguments.get(i));
            }
            given.put(arguments.get(i), Path.of(arguments.get(i + 1)));
        }
        return given;
    }

    private static int run(
            Invocation invocation,
            ReplayTrials trials,
            Path law,
            @Nullable Path cases,
            @Nullable Path sheet) {
        var out = invocation.out();
        try {
            var trial = trials.begin(law, cases);
            if (sheet == null) {
                for (var shown = 0; trial.hasNext(); shown++) {
                    var line = trials.line(trial.next());
                    if (shown < SHOWN) {
                        out.println(line);
                    }
                }
            } else {
                trials.write(trial, sheet);
            }
            var counts = trial.counts();
            out.printf(
                    "%d judged: %d differ, %d were decided otherwise than by the book in force%n",
                    counts.judged(), counts.differing(), counts.outdated());
            return CommandLine.DONE;
        } catch (LawFaulty faulty) {
            faulty.faults().forEach(fault -> invocation.err().println(fault));
            return CommandLine.FAILED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
