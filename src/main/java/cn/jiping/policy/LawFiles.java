package cn.jiping.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files a law book is read from, and the hash that names them. */
final class LawFiles {
    private LawFiles() {}

    /**
     * The files below a folder; those that begin with a dot are the operator's own.
     *
     * @throws LawFaulty if one is too large, of another kind or no text
     */
    static SortedMap<String, String> in(Path folder, LawSettings limits) {
        var files = new TreeMap<String, String>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (var file : found.filter(LawFiles::counts).sorted().toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (Files.size(file) > limits.fileBytes() || files.size() >= limits.files()) {
                    throw LawFaulty.of(LawFault.of(path, "too-large"));
                }
                files.put(path, LawZip.text(path, Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static boolean counts(Path file) {
        return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
    }

    static String hash(Map<String, String> files) {
        var digest = sha256();
        new TreeMap<>(files)
                .forEach((path, text) -> {
                    digest.update(path.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of one file's bytes. */
    static String hashOf(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
