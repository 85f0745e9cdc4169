package cn.jiping.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * 内容检查: whether content is what its name declares and nothing else beside it. Images come back
 * redrawn, so that nothing hidden in them survives.
 */
final class Inspection {
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] PDF_END = ascii("%%EOF");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final byte[] FILE_TYPE = ascii("ftyp");
    private static final int PDF_TAIL = 1024;

    /**
     * Names by which a PDF starts programs or carries files; its text is searched as it lies there.
     */
    private static final List<byte[]> ACTIVE_IN_PDF =
            List.of(
                    ascii("/JavaScript"),
                    ascii("/JS "),
                    ascii("/JS("),
                    ascii("/Launch"),
                    ascii("/EmbeddedFile"),
                    ascii("/RichMedia"));

    private static final Set<String> NEEDED_IN_WORKBOOK =
            Set.of("[Content_Types].xml", "xl/workbook.xml");
    private static final Set<String> PROGRAMS_IN_WORKBOOK = Set.of("vbaProject.bin", "vbaData.xml");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final FileSettings settings;

    Inspection(FileSettings settings) {
        this.settings = settings;
    }

    /**
     * @return the content to keep
     * @throws FileRefused if it is not of the kind, or carries more than it should
     */
    byte[] take(FileKind kind, byte[] content) {
        return take(kind, content, null);
    }

    /**
     * The same with an image cut to the frame, where one is given.
     *
     * @throws FileRefused as {@link #take(FileKind, byte[])}, and if it has too few pixels
     */
    byte[] take(FileKind kind, byte[] content, @Nullable Frame frame) {
        return switch (kind) {
            case JPEG -> image(kind, content, JPEG, frame);
            case PNG -> image(kind, content, PNG, frame);
            case PDF -> pdf(content);
            case XLSX -> workbook(content);
            case ZIP -> archive(content, new HashSet<>());
            case TEXT, CSV -> text(kind, content);
            case MP4 -> video(content);
        };
    }

    private byte[] image(FileKind kind, byte[] content, byte[] magic, @Nullable Frame frame) {
        require(startsWith(content, 0, magic), kind);
        return new Redrawing(settings.largestPixels()).redraw(kind, content, frame);
    }

    private static byte[] pdf(byte[] content) {
        var tail =
                Arrays.copyOfRange(content, Math.max(0, content.length - PDF_TAIL), content.length);
        require(startsWith(content, 0, PDF) && contains(tail, PDF_END), FileKind.PDF);
        if (contains(content, ZIP_END)
                || ACTIVE_IN_PDF.stream().anyMatch(n -> contains(content, n))) {
            throw FileRefused.carriesPrograms();
        }
        return content;
    }

    private byte[] workbook(byte[] content) {
        var names = new HashSet<String>();
        archive(content, names);
        require(names.containsAll(NEEDED_IN_WORKBOOK), FileKind.XLSX);
        if (names.stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .anyMatch(PROGRAMS_IN_WORKBOOK::contains)) {
            throw FileRefused.carriesPrograms();
        }
        return content;
    }

    private byte[] archive(byte[] content, Set<String> names) {
        require(startsWith(content, 0, ZIP), FileKind.ZIP);
        var buffer = new byte[64 * 1024];
        var inflated = 0L;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                requireHarmless(entry.getName());
                names.add(entry.getName());
                for (var n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    inflated += n;
                    requireWithin(inflated, names.size());
                }
                requireWithin(inflated, names.size());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw FileRefused.unreadable(FileKind.ZIP);
        }
        if (names.isEmpty()) {
            throw FileRefused.unreadable(FileKind.ZIP);
        }
        return content;
    }

    private void requireWithin(long inflated, int parts) {
        if (inflated > settings.inflatedBytes() || parts > settings.largestParts()) {
            throw FileRefused.unpacksTooLarge();
        }
    }

    private static void requireHarmless(String name) {
        if (name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || List.of(name.split("/")).contains("..")) {
            throw FileRefused.unreadable(FileKind.ZIP);
        }
    }

    private static byte[] text(FileKind kind, byte[] content) {
        require(decodes(content, StandardCharsets.UTF_8) || decodes(content, GB18030), kind);
        for (var b : content) {
            require(b < 0 || b >= ' ' || b == '\t' || b == '\r' || b == '\n', kind);
        }
        require(!startsWith(content, 0, PDF), kind);
        return content;
    }

    private static boolean decodes(byte[] content, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(content));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] video(byte[] content) {
        require(startsWith(content, 4, FILE_TYPE), FileKind.MP4);
        return content;
    }

    private static void require(boolean holds, FileKind kind) {
        if (!holds) {
            throw FileRefused.notWhatItSays(kind);
        }
    }

    private static boolean startsWith(byte[] content, int at, byte[] magic) {
        return content.length >= at + magic.length
                && Arrays.equals(content, at, at + magic.length, magic, 0, magic.length);
    }

    private static boolean contains(byte[] content, byte[] wanted) {
        for (var at = 0; at + wanted.length <= content.length; at++) {
            if (content[at] == wanted[0] && startsWith(content, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
