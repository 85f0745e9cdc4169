package cn.jiping.print;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.function.Consumer;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * PDF 文件: pages of A4, one after the other. The same title, time and drawing make the same file.
 */
public final class Pdf {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PDDocument document;
    private final PDFont font;
    private @Nullable PdfPage last;

    private Pdf(PDDocument document, PDFont font) {
        this.document = document;
        this.font = font;
    }

    /** Writes the file; the stream stays open. Long ones are kept on disk while they are made. */
    public static void write(OutputStream out, String title, Instant madeAt, Consumer<Pdf> drawing)
            throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            document.setDocumentInformation(described(title, madeAt));
            document.setDocumentId(madeAt.toEpochMilli());
            document.getDocumentCatalog().setLanguage("zh-CN");
            var pdf = new Pdf(document, Typeface.shared().in(document));
            drawing.accept(pdf);
            pdf.finish();
            document.save(out);
        }
    }

    private static PDDocumentInformation described(String title, Instant madeAt) {
        var about = new PDDocumentInformation();
        about.setTitle(title);
        about.setCreationDate(GregorianCalendar.from(ZonedDateTime.ofInstant(madeAt, CHINA)));
        return about;
    }

    /** Whether every character of the text can be printed; what cannot shows as 〓. */
    public static boolean canPrint(String text) {
        return text.codePoints().allMatch(Typeface.shared()::has);
    }

    /** The next page, upright. */
    public PdfPage page() {
        try {
            finish();
            var page = PdfPage.on(document, font);
            last = page;
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish() throws IOException {
        if (last != null) {
            last.finish();
        }
    }
}
