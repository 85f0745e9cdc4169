package cn.jiping.database;

import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.springframework.core.env.PropertyResolver;

/** Opens the database for a command, closes it whatever happens, and says what went wrong. */
interface ArchiveWork {
    void with(DatabaseSettings settings, DatabaseServer server) throws IOException, SQLException;

    static int run(
            Invocation invocation,
            PropertyResolver given,
            ArchiveWork work,
            Consumer<DatabaseSettings> before) {
        try {
            var settings = DatabaseSettings.from(given);
            before.accept(settings);
            try (var server = settings.open()) {
                var closing = new Thread(server::close);
                Runtime.getRuntime().addShutdownHook(closing);
                work.with(settings, server);
                Runtime.getRuntime().removeShutdownHook(closing);
            }
            return CommandLine.DONE;
        } catch (ArchiveRefused e) {
            invocation.err().println("Refused: " + e.getMessage() + ".");
        } catch (DatabaseUnavailable e) {
            invocation.err().println(e.getMessage());
            invocation.err().println(e.remedy());
        } catch (IOException | SQLException e) {
            invocation.err().println("Failed, nothing was changed: " + e.getMessage());
        }
        return CommandLine.FAILED;
    }
}
