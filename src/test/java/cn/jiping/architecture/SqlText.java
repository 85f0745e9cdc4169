package cn.jiping.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** One SQL statement of the program or its migrations, and where it stands. */
record SqlText(String place, String text) {
    private static final Pattern LOOKS_LIKE_SQL =
            Pattern.compile(
                    "(?s)\\s*(select|insert\\s+into|update\\s+\\w+\\.|delete\\s+from|with\\s+\\w+|merge\\s+into"
                            + "|create|alter|truncate)\\b.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** Lower case, one blank between words, without comments. */
    String folded() {
        return text.replaceAll("--[^\n]*", " ")
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    boolean migration() {
        return place.endsWith(".sql");
    }

    /** Every statement in Jdbc classes and in migrations. */
    static List<SqlText> ofTheProgram() {
        return Stream.concat(
                        files(SOURCES, "glob:**/Jdbc*.java").flatMap(SqlText::inJava), migrations())
                .toList();
    }

    static Stream<SqlText> migrations() {
        return files(MIGRATIONS, "glob:**/*.sql").flatMap(SqlText::inMigration);
    }

    private static Stream<SqlText> inMigration(Path file) {
        var statements = new ArrayList<SqlText>();
        var body = read(file).replaceAll("--[^\n]*", " ");
        for (var statement : splitOutsideDollars(body)) {
            if (!statement.isBlank()) {
                statements.add(new SqlText(file.toString(), statement));
            }
        }
        return statements.stream();
    }

    private static List<String> splitOutsideDollars(String body) {
        var parts = new ArrayList<String>();
        var from = 0;
        var quoted = false;
        for (var i = 0; i < body.length(); i++) {
            if (body.startsWith("$$", i)) {
                quoted = !quoted;
                i++;
            } else if (body.charAt(i) == ';' && !quoted) {
                parts.add(body.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(body.substring(from));
        return parts;
    }

    private static Stream<SqlText> inJava(Path file) {
        return literals(file).stream()
                .filter(literal -> LOOKS_LIKE_SQL.matcher(literal).matches())
                .map(literal -> new SqlText(file.toString(), literal));
    }

    private static List<String> literals(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    null,
                                    null,
                                    manager.getJavaFileObjects(file));
            var found = new ArrayList<String>();
            for (CompilationUnitTree unit : task.parse()) {
                new Literals(found).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path root, String glob) {
        try (var walk = Files.walk(root)) {
            var matcher = root.getFileSystem().getPathMatcher(glob);
            return walk.filter(matcher::matches).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Collects string literals; a concatenation counts as one, with a mark for what is not literal.
     */
    private static final class Literals extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final List<String> found;

        Literals(List<String> found) {
            this.found = found;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text) {
                found.add(text);
            }
            return null;
        }

        @Override
        public @Nullable Void visitBinary(BinaryTree sum, @Nullable Void nothing) {
            if (sum.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(sum, null);
            }
            found.add(joined(sum));
            return null;
        }

        private String joined(ExpressionTree part) {
            return switch (part) {
                case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS ->
                        joined(sum.getLeftOperand()) + joined(sum.getRightOperand());
                case LiteralTree literal when literal.getValue() instanceof String text -> text;
                case ParenthesizedTree inner -> joined(inner.getExpression());
                default -> {
                    scan(part, null);
                    yield " §" + part + "§ ";
                }
            };
        }
    }
}
