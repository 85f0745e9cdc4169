package cn.jiping.database;

import cn.jiping.command.Command;
import cn.jiping.command.Invocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.StandardEnvironment;

/** {@code export FILE.zip}. */
public final class ExportCommand implements Command {
    private final PropertyResolver given;

    public ExportCommand() {
        this(new StandardEnvironment());
    }

    ExportCommand(PropertyResolver given) {
        this.given = given;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String arguments() {
        return "FILE.zip";
    }

    @Override
    public String purpose() {
        return "Writes everything (tables and files; what is encrypted stays so) into one archive.";
    }

    @Override
    public int run(Invocation invocation) {
        var target = Path.of(invocation.onlyArgument()).toAbsolutePath();
        return ArchiveWork.run(
                invocation,
                given,
                (settings, server) -> {
                    new Export(server, settings.home(), Clock.systemUTC(), invocation.out())
                            .to(target);
                    invocation.out().println("Written: " + target);
                },
                settings -> {
                    if (settings.url() == null
                            && !Files.exists(settings.home().resolve(DataFolder.CLUSTER))) {
                        throw new ArchiveRefused("there is nothing in " + settings.home());
                    }
                });
    }
}
