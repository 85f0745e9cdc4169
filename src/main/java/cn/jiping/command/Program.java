package cn.jiping.command;

import java.util.function.Function;

/** The whole program without its pages and jobs, for commands that need a module's facade. */
public interface Program {
    /** Starts the program, lets the work be done with the facade, and stops the program again. */
    <F, R> R with(Class<F> facade, Function<F, R> work);
}
