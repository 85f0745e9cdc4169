package cn.jiping.policy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which line of a file each value stands, for telling where a fault is. */
final class YamlLines {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Integer> lines = new HashMap<>();

    private YamlLines() {}

    static YamlLines of(String text) {
        var lines = new YamlLines();
        try (var parser = YAML.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT) {
                    lines.lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (JacksonException _) {
            // the reading itself tells what is wrong; lines before it are known
        }
        return lines;
    }

    /** The line of a value such as {@code rows[2].minutes} below a pointer, or of what holds it. */
    @Nullable Integer line(String below, String field) {
        var pointer =
                below + (field.isEmpty() ? "" : "/" + field.replace("[", ".").replace("]", ""));
        pointer = pointer.replace('.', '/');
        while (!pointer.isEmpty() && !lines.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return lines.get(pointer);
    }
}
