package cn.jiping.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** 一页: drawn upon in millimetres from its upper left corner. */
public final class PdfPage {
    /** 297 毫米高、210 毫米宽. */
    public static final Box A4 = new Box(0, 0, 210, 297);

    private static final double POINTS = 72 / 25.4;
    private static final double SMALLEST = 5;
    private static final double STEP = 0.5;

    /** The part of a line that lies above the foot of its letters. */
    private static final double ASCENT = 0.88;

    private static final double BOLD_STROKE = 0.035;
    private static final double LINE = 0.2;

    /**
     * Of lines that meet: without the thorns that pointed corners grow on strokes of characters.
     */
    private static final int ROUND = 1;

    private final PDDocument document;
    private final PDFont font;
    private final PDPageContentStream content;

    private PdfPage(PDDocument document, PDFont font, PDPageContentStream content) {
        this.document = document;
        this.font = font;
        this.content = content;
    }

    static PdfPage on(PDDocument document, PDFont font) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PdfPage(document, font, new PDPageContentStream(document, page));
    }

    void finish() throws IOException {
        content.close();
    }

    /**
     * Sets the text into the box, over as many lines as it needs; if they are too many, smaller,
     * and at last cut off with an ellipsis.
     *
     * @return where the text ends, from the top of the page
     */
    public double text(Box box, String text, TextStyle style) {
        var given = text.replace("\r", "").lines().map(Typeface.shared()::shown).toList();
        var fitted = style;
        var lines = lines(given, fitted, box);
        while (!fits(lines, fitted, box) && fitted.size() > SMALLEST) {
            fitted = fitted.ofSize(Math.max(SMALLEST, fitted.size() - STEP));
            lines = lines(given, fitted, box);
        }
        return set(fits(lines, fitted, box) ? lines : cut(lines, fitted, box), fitted, box);
    }

    private List<String> lines(List<String> given, TextStyle style, Box box) {
        return new Lines(line -> width(line, style.size()), box.width())
                .of(String.join("\n", given));
    }

    private static boolean fits(List<String> lines, TextStyle style, Box box) {
        return lines.size() <= room(style, box);
    }

    private static int room(TextStyle style, Box box) {
        return Math.max(1, (int) ((box.height() + 0.01) / lineHeight(style)));
    }

    private List<String> cut(List<String> lines, TextStyle style, Box box) {
        var room = room(style, box);
        var last = lines.get(room - 1);
        while (!last.isEmpty() && width(last + "…", style.size()) > box.width()) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        var cut = new ArrayList<>(lines.subList(0, room));
        cut.set(room - 1, last + "…");
        return cut;
    }

    private static double lineHeight(TextStyle style) {
        return style.size() * style.leading() / POINTS;
    }

    private double width(String line, double size) {
        try {
            return font.getStringWidth(line) / 1000 * size / POINTS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double set(List<String> lines, TextStyle style, Box box) {
        var height = lineHeight(style);
        var top =
                switch (style.along()) {
                    case TOP -> box.y();
                    case MIDDLE -> box.y() + (box.height() - height * lines.size()) / 2;
                };
        for (var at = 0; at < lines.size(); at++) {
            line(lines.get(at), style, box, top + height * at);
        }
        return top + height * lines.size();
    }

    private void line(String line, TextStyle style, Box box, double top) {
        if (line.isEmpty()) {
            return;
        }
        var left =
                switch (style.across()) {
                    case LEFT -> box.x();
                    case CENTRE -> box.x() + (box.width() - width(line, style.size())) / 2;
                    case RIGHT -> box.right() - width(line, style.size());
                };
        var gap = (lineHeight(style) - style.size() / POINTS) / 2;
        var foot = top + gap + style.size() * ASCENT / POINTS;
        drawing(() -> {
            content.beginText();
            content.setFont(font, (float) style.size());
            content.setLineWidth((float) (style.size() * BOLD_STROKE));
            content.setLineJoinStyle(ROUND);
            content.setRenderingMode(style.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            content.newLineAtOffset(x(left), y(foot));
            content.showText(line);
            content.endText();
        });
    }

    /** A frame around the box. */
    public void frame(Box box) {
        frame(box, LINE);
    }

    /**
     * @param thick in millimetres
     */
    public void frame(Box box, double thick) {
        drawing(() -> {
            content.setLineWidth(points(thick));
            content.addRect(x(box.x()), y(box.bottom()), points(box.width()), points(box.height()));
            content.stroke();
        });
    }

    public void line(double fromX, double fromY, double toX, double toY) {
        drawing(() -> {
            content.setLineWidth(points(LINE));
            content.moveTo(x(fromX), y(fromY));
            content.lineTo(x(toX), y(toY));
            content.stroke();
        });
    }

    /** A framed box of a form with its text in the middle. */
    public void cell(Box box, String text, TextStyle style) {
        frame(box);
        text(box.inset(1), text, style.middle());
    }

    /** A JPEG or PNG, as large as the box allows, in its middle. */
    public void picture(Box box, byte[] image) {
        drawing(() -> {
            var picture = PDImageXObject.createFromByteArray(document, image, "picture");
            var scale =
                    Math.min(box.width() / picture.getWidth(), box.height() / picture.getHeight());
            var width = picture.getWidth() * scale;
            var height = picture.getHeight() * scale;
            content.drawImage(
                    picture,
                    x(box.x() + (box.width() - width) / 2),
                    y(box.y() + (box.height() + height) / 2),
                    points(width),
                    points(height));
        });
    }

    /** A QR code that fills the box; leave it white around. */
    public void qr(Box box, String text) {
        var code = QrCode.of(text);
        var side = Math.min(box.width(), box.height()) / code.getWidth();
        drawing(() -> {
            for (var row = 0; row < code.getHeight(); row++) {
                for (var column = 0; column < code.getWidth(); column++) {
                    if (code.get(column, row)) {
                        content.addRect(
                                x(box.x() + column * side),
                                y(box.y() + (row + 1) * side),
                                points(side),
                                points(side));
                    }
                }
            }
            content.fill();
        });
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private static void drawing(Drawing drawing) {
        try {
            drawing.draw();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float points(double millimetres) {
        return (float) (millimetres * POINTS);
    }

    private static float x(double left) {
        return points(left);
    }

    private static float y(double down) {
        return points(A4.height() - down);
    }
}
