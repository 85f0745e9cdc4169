package cn.jiping.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** 字体: the one font, parsed once and shared; each document embeds only the characters it shows. */
final class Typeface {
    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";

    /** 〓: what printers set where they lack a character. */
    private static final int MISSING = 0x3013;

    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int PRIVATE_USE = 0xF0000;

    private final TrueTypeFont font;
    private final CmapLookup characters;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
    }

    /** Parsed when first asked for: most of what the program does prints nothing. */
    private static final class Shared {
        private static final Typeface ONE = read();

        private static Typeface read() {
            try (var in = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE))) {
                var content = in.readAllBytes();
                moveRadicals(ByteBuffer.wrap(content));
                return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(content)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Typeface shared() {
        return Shared.ONE;
    }

    /**
     * The font shows radicals (U+2F00 ⼀) with the glyphs of the characters they look like (U+4E00
     * 一), and a PDF would give the radicals when its text is copied or searched. So they move out
     * of the way, into the private use area.
     */
    private static void moveRadicals(ByteBuffer font) {
        var tables = font.getShort(4);
        for (var at = 12; at < 12 + 16 * tables; at += 16) {
            if (font.getInt(at) == tag("cmap")) {
                moveRadicals(font, font.getInt(at + 8));
            }
        }
    }

    private static void moveRadicals(ByteBuffer font, int cmap) {
        var subtables = font.getShort(cmap + 2);
        for (var at = cmap + 4; at < cmap + 4 + 8 * subtables; at += 8) {
            var subtable = cmap + font.getInt(at + 4);
            if (font.getShort(subtable) == 12) {
                var groups = font.getInt(subtable + 12);
                for (var group = 0; group < groups; group++) {
                    moveIfRadical(font, subtable + 16 + 12 * group);
                }
            }
        }
    }

    private static void moveIfRadical(ByteBuffer font, int group) {
        var first = font.getInt(group);
        var last = font.getInt(group + 4);
        if (first >= FIRST_RADICAL && last <= LAST_RADICAL) {
            font.putInt(group, PRIVATE_USE + first);
            font.putInt(group + 4, PRIVATE_USE + last);
        }
    }

    private static int tag(String name) {
        return name.chars().reduce(0, (tag, letter) -> tag << 8 | letter);
    }

    PDFont in(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /**
     * What can be shown of the text: no control characters, and 〓 for characters not in the font.
     */
    String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> Character.isISOControl(each) ? ' ' : each)
                .map(each -> has(each) ? each : MISSING)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
