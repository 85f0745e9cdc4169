package cn.jiping.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * 法规压缩包: law files as somebody uploads them. Nothing is written to disk; what grows beyond the
 * limits, points outside or is no text of law is refused.
 */
final class LawZip {
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*\\.(yaml|csv)");
    private static final String FOLDER = "law/";

    private final LawSettings limits;
    private final SortedMap<String, String> files = new TreeMap<>();
    private long unpacked;

    private LawZip(LawSettings limits) {
        this.limits = limits;
    }

    /**
     * The files by path, below a folder {@code law} or without one.
     *
     * @throws LawFaulty if it is no such archive
     */
    static SortedMap<String, String> files(byte[] zip, LawSettings limits) {
        if (zip.length > limits.archiveBytes()) {
            throw LawFaulty.of(LawFault.of("zip", "zip-too-large"));
        }
        var read = new LawZip(limits);
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    read.add(entry, in);
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw LawFaulty.of(LawFault.of("zip", "zip-unreadable"));
        }
        if (read.files.isEmpty()) {
            throw LawFaulty.of(LawFault.of("zip", "zip-empty"));
        }
        return read.files;
    }

    private void add(ZipEntry entry, ZipInputStream in) throws IOException {
        var name = entry.getName();
        var path = name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name;
        if (!PATH.matcher(path).matches()) {
            throw LawFaulty.of(LawFault.of(shown(name), "zip-path"));
        }
        var content = in.readNBytes(limits.fileBytes() + 1);
        unpacked += content.length;
        if (content.length > limits.fileBytes()
                || unpacked > limits.unpackedBytes()
                || files.size() >= limits.files()) {
            throw LawFaulty.of(LawFault.of("zip", "zip-too-large"));
        }
        if (files.put(path, text(path, content)) != null) {
            throw LawFaulty.of(LawFault.of(path, "zip-twice"));
        }
    }

    private static String shown(String name) {
        return name.codePoints()
                .limit(100)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * @throws LawFaulty if the bytes are no text in UTF-8
     */
    static String text(String path, byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            var plain = text.toString();
            if (plain.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                throw LawFaulty.of(LawFault.of(path, "no-text"));
            }
            return plain.startsWith("\ufeff") ? plain.substring(1) : plain;
        } catch (CharacterCodingException _) {
            throw LawFaulty.of(LawFault.of(path, "no-text"));
        }
    }
}
