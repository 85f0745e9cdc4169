package cn.jiping.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * 清单: what an archive holds, with counts and hashes.
 *
 * @param versions the version of the tables, by module
 * @param partitions made while the program ran: their bounds by name, by table
 * @param excluded tables left out, by name, with the reason
 */
record Manifest(
        int form,
        String program,
        Instant createdAt,
        Map<String, String> versions,
        List<Part> tables,
        Map<String, Map<String, String>> partitions,
        Map<String, String> excluded,
        Part files) {
    static final int FORM = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    /** A table with its rows, or the list of files with its lines. */
    record Part(String name, long rows, String sha256) {}

    void write(OutputStream out) {
        JSON.writeValue(out, this);
    }

    /**
     * @throws ArchiveRefused if it is not one, or of a form this program does not know
     */
    static Manifest read(InputStream in) throws IOException {
        try {
            var tree = JSON.readTree(in);
            var form = tree.path("form").asInt(0);
            if (form > FORM) {
                throw new ArchiveRefused("it was written by a newer program (form " + form + ")");
            }
            @Nullable Manifest manifest = JSON.treeToValue(tree, Manifest.class);
            if (form < 1 || manifest == null) {
                throw new ArchiveRefused("its manifest is not one of ours");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new ArchiveRefused("its manifest cannot be read: " + e.getOriginalMessage());
        }
    }
}
