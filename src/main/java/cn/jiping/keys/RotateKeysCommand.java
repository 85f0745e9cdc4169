package cn.jiping.keys;

import cn.jiping.command.Command;
import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import cn.jiping.shared.Actor;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** {@code rotate-keys [master] [data] [lookup] [signing]}. */
public final class RotateKeysCommand implements Command {
    private static final Actor OPERATOR = Actor.program("rotate-keys");

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public String arguments() {
        return "all | [master] [data] [lookup] [signing]";
    }

    @Override
    public String purpose() {
        return "Adds new keys; the running program re-encrypts under them and retires the old ones.";
    }

    @Override
    public int run(Invocation invocation) {
        var kinds = kinds(invocation);
        return invocation
                .program()
                .with(
                        Keys.class,
                        keys -> {
                            keys.rotate(OPERATOR, kinds);
                            keys.columns()
                                    .forEach(column ->
                                            invocation
                                                    .out()
                                                    .printf(
                                                            "%s: %d rows remain%n",
                                                            column.column(), column.remaining()));
                            invocation.out().println("New keys are in use: " + kinds);
                            return CommandLine.DONE;
                        });
    }

    private static Set<KeyKind> kinds(Invocation invocation) {
        var kinds = EnumSet.noneOf(KeyKind.class);
        for (var argument : invocation.arguments()) {
            if (argument.equals("all")) {
                kinds.addAll(EnumSet.allOf(KeyKind.class));
            } else {
                kinds.add(kind(argument));
            }
        }
        if (kinds.isEmpty()) {
            throw new Misused("say which keys");
        }
        return kinds;
    }

    private static KeyKind kind(String argument) {
        for (var kind : KeyKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(argument)) {
                return kind;
            }
        }
        throw new Misused("there are no such keys: " + argument);
    }
}
