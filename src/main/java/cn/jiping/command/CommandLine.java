package cn.jiping.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** 命令行: what the first argument asks for. */
public final class CommandLine {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int MISUSED = 2;

    private static final List<String> ASKING_FOR_HELP = List.of("help", "--help", "-h");

    private final List<Command> commands;
    private final Program program;

    CommandLine(List<Command> commands, Program program) {
        this.commands = commands.stream().sorted(Comparator.comparing(Command::name)).toList();
        this.program = program;
    }

    /** With the commands of all modules. */
    public static CommandLine of(Program program) {
        return new CommandLine(
                ServiceLoader.load(Command.class, CommandLine.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                program);
    }

    /**
     * Without a command the program serves; settings such as {@code --server.port=80} may follow.
     */
    public static boolean asksToServe(List<String> arguments) {
        return arguments.stream()
                .limit(1)
                .allMatch(first -> first.startsWith("--") && !ASKING_FOR_HELP.contains(first));
    }

    /** Runs the command that the first argument names and returns the exit code. */
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var name = arguments.getFirst();
        if (ASKING_FOR_HELP.contains(name)) {
            help(out);
            return DONE;
        }
        var command = named(name);
        if (command.isEmpty()) {
            err.println("Unknown command: " + name);
            help(err);
            return MISUSED;
        }
        var rest = arguments.subList(1, arguments.size());
        try {
            return command.get().run(new Invocation(rest, out, err, program));
        } catch (Misused e) {
            err.println(name + ": " + e.getMessage());
            err.println("usage: jiping " + usage(command.get()));
            return MISUSED;
        }
    }

    private Optional<Command> named(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }

    private void help(PrintStream to) {
        to.println("usage: jiping [--setting=value ...]   serve the pages");
        to.println("       jiping COMMAND [arguments]     do one thing and end:");
        for (var command : commands) {
            to.println("  " + usage(command));
            to.println("        " + command.purpose());
        }
        to.println("  help");
        to.println("        Show this.");
    }

    private static String usage(Command command) {
        return (command.name() + " " + command.arguments()).strip();
    }
}
