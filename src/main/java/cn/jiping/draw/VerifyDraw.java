package cn.jiping.draw;

import cn.jiping.command.Command;
import cn.jiping.command.CommandLine;
import cn.jiping.command.Invocation;
import cn.jiping.command.Misused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * 验算命令: {@code verify-draw FILE [HASH]} repeats a draw from its published record and prints step by
 * step what it checked. Needs no database and no network. Ends with 0 only if the record is
 * complete and everything agrees.
 */
public final class VerifyDraw implements Command {
    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final ResourceBundle texts =
            ResourceBundle.getBundle(
                    "messages.draw",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    @Override
    public String name() {
        return "verify-draw";
    }

    @Override
    public String arguments() {
        return "FILE.json [HASH]";
    }

    @Override
    public String purpose() {
        return "Repeats a published draw; HASH is the announcement's as noted when it was announced.";
    }

    @Override
    public int run(Invocation invocation) {
        var arguments = invocation.arguments();
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new Misused("a file is needed, and a hash may follow");
        }
        var noted = arguments.size() == 2 ? arguments.get(1) : null;
        return read(arguments.getFirst(), invocation.err())
                .map(record -> tell(DrawVerification.of(record, noted), invocation.out()))
                .orElse(CommandLine.FAILED);
    }

    private Optional<String> read(String name, PrintStream err) {
        try {
            var file = Path.of(name);
            if (Files.size(file) > LARGEST_FILE) {
                err.println(words("draw.verify.file-too-large", name));
                return Optional.empty();
            }
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            err.println(words("draw.verify.file-not-text", name));
        } catch (IOException | InvalidPathException e) {
            err.println(words("draw.verify.file-not-read", name));
        }
        return Optional.empty();
    }

    private int tell(DrawVerification verification, PrintStream out) {
        for (var check : verification.checks()) {
            out.println(words("draw.verify.mark." + check.outcome()) + " " + words(check));
        }
        if (!verification.agrees()) {
            out.println(words("draw.verify.result.differs"));
            return CommandLine.FAILED;
        }
        if (!verification.complete()) {
            out.println(words("draw.verify.result.incomplete"));
            return CommandLine.FAILED;
        }
        out.println(words("draw.verify.result.agrees"));
        return CommandLine.DONE;
    }

    private String words(DrawVerification.Check check) {
        var key =
                switch (check.outcome()) {
                    case AGREES -> "draw.verify." + check.code();
                    case DIFFERS -> "draw.verify." + check.code() + ".differs";
                    case NOT_YET -> "draw.verify." + check.code() + ".not-yet";
                };
        return words(key, check.arguments().toArray());
    }

    private String words(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }
}
