package cn.jiping.database;

import cn.jiping.command.Command;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.StandardEnvironment;

/** {@code import FILE.zip [--replace DATABASE]}. */
public final class ImportCommand implements Command {
    private static final String REPLACE = "--replace";
    private final PropertyResolver given;

    public ImportCommand() {
        this(new StandardEnvironment());
    }

    ImportCommand(PropertyResolver given) {
        this.given = given;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String arguments() {
        return "FILE.zip [" + REPLACE + " DATABASE]";
    }

    @Override
    public String purpose() {
        return "Reads an archive into an empty database, or in place of all that DATABASE holds.";
    }

    @Override
    public int run(Invocation invocation) {
        var source = source(invocation.arguments());
        var replaced = replaced(invocation.arguments());
        return ArchiveWork.run(
                invocation,
                given,
                (settings, server) -> {
                    Import.from(source, server, settings.home(), replaced, invocation.out());
                    invocation.out().println("Read: " + source);
                },
                settings -> {
                    if (!Files.isReadable(source)) {
                        throw new ArchiveRefused("there is no " + source);
                    }
                });
    }

    private static Path source(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Misused("an archive is needed");
        }
        return Path.of(arguments.getFirst()).toAbsolutePath();
    }

    private static @Nullable String replaced(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> null;
            case 3 -> {
                if (!arguments.get(1).equals(REPLACE)) {
                    throw new Misused("unknown: " + arguments.get(1));
                }
                yield arguments.get(2);
            }
            default -> throw new Misused("the name of the database to replace is needed");
        };
    }
}
