package cn.jiping.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PrintingTests {
    private static final Instant AT = Instant.parse("2021-11-20T02:00:00Z");
    private static final Box LINE = new Box(20, 20, 170, 10);
    private static final int BIGGEST = 60_000;

    @Test
    void givesChineseTextBack() throws IOException {
        var text = "水知白，一级/高级技师，焊工 6-18-02-04，2111010001100001（甲）：人一大工高力土";

        var file = written(page -> page.text(new Box(20, 20, 170, 40), text, TextStyle.of(12)));

        assertThat(read(file).replace("\n", "")).isEqualTo(text);
    }

    @Test
    void embedsOnlyTheCharactersItShows() throws IOException {
        assertThat(written(page -> page.text(LINE, "职业资格证书", TextStyle.of(30).asBold())))
                .hasSizeLessThan(BIGGEST);
    }

    @Test
    void isTheSameFileEachTimeAlsoWhenManyPrintAtOnce() throws Exception {
        Callable<byte[]> print =
                () -> written(page -> page.text(LINE, "浙江省人力资源和社会保障厅", TextStyle.of(14)));
        var first = print.call();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, 64).mapToObj(_ -> threads.submit(print)).toList();
            for (var each : all) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void isUprightA4WithTitleAndLanguage() throws IOException {
        var file = written(page -> page.frame(PdfPage.A4.inset(10)));

        try (var document = Loader.loadPDF(file)) {
            var sheet = document.getPage(0).getMediaBox();
            assertThat(Math.round(sheet.getWidth() / 72 * 25.4)).isEqualTo(210);
            assertThat(Math.round(sheet.getHeight() / 72 * 25.4)).isEqualTo(297);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("证书");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void makesTextSmallerUntilItFits() throws IOException {
        var long30 = "浙江省杭州市西湖区文三路某某职业技能考核鉴定站有限责任公司第一分公司";

        var file = written(page -> page.cell(new Box(20, 20, 40, 12), long30, TextStyle.of(14)));

        assertThat(read(file).replace("\n", "")).isEqualTo(long30);
    }

    @Test
    void cutsWhatDoesNotFitEvenThen() throws IOException {
        var file =
                written(page ->
                        page.text(new Box(20, 20, 20, 3), "长".repeat(200), TextStyle.of(8)));

        assertThat(read(file)).startsWith("长长").endsWith("…");
    }

    @Test
    void saysWhereTheTextEnds() throws IOException {
        var ends = new double[2];

        written(page -> {
            ends[0] = page.text(new Box(20, 20, 170, 100), "一行", TextStyle.of(10));
            ends[1] = page.text(new Box(20, 20, 170, 100), "一行\n两行", TextStyle.of(10));
        });

        assertThat(ends[0]).isGreaterThan(24);
        assertThat(ends[1] - 20).isCloseTo((ends[0] - 20) * 2, within(0.01));
    }

    private static Offset<Double> within(double by) {
        return Offset.offset(by);
    }

    @Test
    void setsGetaMarksForWhatTheFontLacks() throws IOException {
        assertThat(Pdf.canPrint("顾砚秋·买买提")).isTrue();
        assertThat(Pdf.canPrint("𠮷")).isFalse();

        assertThat(read(written(page -> page.text(LINE, "𠮷\t田\u0007", TextStyle.of(12)))))
                .isEqualTo("〓 田");
    }

    @Test
    void drawsQrCodesThatAPhoneReads() throws Exception {
        var address = "https://jiping.example/verify/Zk3y-9QpL0aX7bC2dE5fGh";

        var file = written(page -> page.qr(new Box(20, 20, 30, 30), address));

        assertThat(scanned(file)).isEqualTo(address);
    }

    @Test
    void refusesAQrCodeNobodyCouldRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(page -> page.qr(LINE, "x".repeat(5000))));
    }

    @Test
    void showsPicturesWithoutPullingThemOutOfShape() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB), "png", picture);

        var file = written(page -> page.picture(new Box(0, 0, 50, 50), picture.toByteArray()));

        var seen = rendered(file);
        var scale = seen.getWidth() / PdfPage.A4.width();
        assertThat(seen.getRGB((int) (25 * scale), (int) (25 * scale)) & 0xffffff).isZero();
        assertThat(seen.getRGB((int) (3 * scale), (int) (25 * scale)) & 0xffffff)
                .isEqualTo(0xffffff);
    }

    @Test
    void setsManyPagesOneAfterTheOther() throws IOException {
        var out = new ByteArrayOutputStream();
        Pdf.write(
                out,
                "证书",
                AT,
                pdf ->
                        IntStream.rangeClosed(1, 30)
                                .forEach(n -> pdf.page().text(LINE, "第" + n, TextStyle.of(12))));

        assertThat(read(out.toByteArray())).startsWith("第1").endsWith("第30");
    }

    private static byte[] written(Consumer<PdfPage> drawing) throws IOException {
        var out = new ByteArrayOutputStream();
        Pdf.write(out, "证书", AT, pdf -> drawing.accept(pdf.page()));
        return out.toByteArray();
    }

    private static String read(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document).strip();
        }
    }

    private static BufferedImage rendered(byte[] file) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 150);
        }
    }

    private static String scanned(byte[] file) throws Exception {
        var seen = rendered(file);
        var pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
        var source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("No QR code to be seen", e);
        }
    }
}
