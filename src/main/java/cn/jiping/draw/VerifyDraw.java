package cn.jiping.draw;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * 验算命令: {@code verify-draw FILE [HASH]} repeats a draw from its published record and prints step by
 * step what it checked. Needs no database and no network.
 */
public final class VerifyDraw {
    private static final int AGREES = 0;
    private static final int DIFFERS = 1;
    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final ResourceBundle texts =
            ResourceBundle.getBundle(
                    "messages.draw",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));
    private final PrintStream out;

    private VerifyDraw(PrintStream out) {
        this.out = out;
    }

    /**
     * @return 0 if the record is complete and everything agrees, 1 otherwise
     */
    public static int run(List<String> arguments, PrintStream out) {
        return new VerifyDraw(out).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            say("draw.verify.usage");
            return DIFFERS;
        }
        try {
            var file = Path.of(arguments.getFirst());
            if (Files.size(file) > LARGEST_FILE) {
                say("draw.verify.file-too-large", file);
                return DIFFERS;
            }
            var record = Files.readString(file, StandardCharsets.UTF_8);
            return tell(
                    DrawVerification.of(record, arguments.size() == 2 ? arguments.get(1) : null));
        } catch (CharacterCodingException e) {
            say("draw.verify.file-not-text", arguments.getFirst());
        } catch (IOException | InvalidPathException e) {
            say("draw.verify.file-not-read", arguments.getFirst());
        }
        return DIFFERS;
    }

    private int tell(DrawVerification verification) {
        for (var check : verification.checks()) {
            out.println(mark(check) + " " + inWords(check));
        }
        if (!verification.agrees()) {
            say("draw.verify.result.differs");
            return DIFFERS;
        }
        if (!verification.complete()) {
            say("draw.verify.result.incomplete");
            return DIFFERS;
        }
        say("draw.verify.result.agrees");
        return AGREES;
    }

    private String mark(DrawVerification.Check check) {
        return texts.getString("draw.verify.mark." + check.outcome());
    }

    private String inWords(DrawVerification.Check check) {
        var key =
                switch (check.outcome()) {
                    case AGREES -> "draw.verify." + check.code();
                    case DIFFERS -> "draw.verify." + check.code() + ".differs";
                    case NOT_YET -> "draw.verify." + check.code() + ".not-yet";
                };
        return format(key, check.arguments().toArray());
    }

    private void say(String key, Object... arguments) {
        out.println(format(key, arguments));
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(arguments);
    }
}
