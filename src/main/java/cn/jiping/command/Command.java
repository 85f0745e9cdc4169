package cn.jiping.command;

/**
 * 命令: one thing the program does when its first argument is the command's name. A module adds its
 * own as a public class with a public constructor without parameters, named in {@code
 * META-INF/services/cn.jiping.command.Command}.
 */
public interface Command {
    /** Such as {@code export}. */
    String name();

    /** What follows the name, such as {@code FILE.zip}; empty if nothing does. */
    String arguments();

    /** What it does, in one line. */
    String purpose();

    /**
     * Does it and returns the exit code.
     *
     * @throws Misused if the arguments do not fit
     */
    int run(Invocation invocation);
}
