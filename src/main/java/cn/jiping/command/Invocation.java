package cn.jiping.command;

import java.io.PrintStream;
import java.util.List;

/** One call of a command: what follows its name, where it writes, and the program behind it. */
public record Invocation(
        List<String> arguments, PrintStream out, PrintStream err, Program program) {
    public Invocation {
        arguments = List.copyOf(arguments);
    }

    /**
     * The only argument.
     *
     * @throws Misused if there is none or more
     */
    public String onlyArgument() {
        if (arguments.size() != 1) {
            throw new Misused("exactly one argument is needed");
        }
        return arguments.getFirst();
    }
}
