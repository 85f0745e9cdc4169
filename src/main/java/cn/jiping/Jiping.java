package cn.jiping;

import cn.jiping.command.CommandLine;
import cn.jiping.command.Program;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.modulith.Modulithic;

/** 技评: the program. Its first argument may name a command; without one it serves the pages. */
@SpringBootApplication
@Modulithic(systemName = "Jiping", sharedModules = "shared")
public class Jiping {
    public static void main(String[] arguments) {
        var given = List.of(arguments);
        if (CommandLine.asksToServe(given)) {
            new Serving(arguments).run();
        } else {
            logWarningsOnly();
            System.exit(CommandLine.of(new WithoutPages()).run(given, System.out, System.err));
        }
    }

    private static void logWarningsOnly() {
        var logging = LoggingSystem.get(Jiping.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    /** Everything is set up as it serves, but no port is opened and no job runs. */
    static final class WithoutPages implements Program {
        private static final String[] SETTINGS = {
            "--server.port=-1", "--jiping.jobs.enabled=false"
        };

        @Override
        public <F, R> R with(Class<F> facade, Function<F, R> work) {
            var application = new SpringApplication(Jiping.class);
            application.setDefaultProperties(
                    Map.of("logging.level.root", "warn", "spring.main.banner-mode", "off"));
            try (var context = application.run(SETTINGS)) {
                return work.apply(context.getBean(facade));
            }
        }
    }
}
