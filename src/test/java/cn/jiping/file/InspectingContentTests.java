package cn.jiping.file;

import static cn.jiping.file.FileFixtures.SETTINGS;
import static cn.jiping.file.FileFixtures.bytes;
import static cn.jiping.file.FileFixtures.joined;
import static cn.jiping.file.FileFixtures.jpeg;
import static cn.jiping.file.FileFixtures.pdf;
import static cn.jiping.file.FileFixtures.photographed;
import static cn.jiping.file.FileFixtures.png;
import static cn.jiping.file.FileFixtures.pngClaiming;
import static cn.jiping.file.FileFixtures.workbook;
import static cn.jiping.file.FileFixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InspectingContentTests {
    private static final byte[] PROGRAM = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
    private static final byte[] PAGE = bytes("<script>alert(1)</script>");
    private final Inspection inspection = new Inspection(SETTINGS);

    @ParameterizedTest
    @EnumSource
    void refusesAProgramUnderAnyName(FileKind kind) {
        refused("not-what-it-says", kind, PROGRAM);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "PNG", "PDF", "XLSX", "ZIP", "MP4"})
    void refusesAPageOfTheWebUnderAnyOtherName(FileKind kind) {
        refused("not-what-it-says", kind, PAGE);
    }

    @Test
    void takesWhatIsWhatItSays() {
        assertThat(inspection.take(FileKind.PDF, pdf())).isEqualTo(pdf());
        assertThat(inspection.take(FileKind.XLSX, workbook())).isEqualTo(workbook());
        assertThat(inspection.take(FileKind.CSV, bytes("编号,名称\n1,甲\n"))).isNotEmpty();
        assertThat(inspection.take(FileKind.TEXT, "编号".getBytes(Charset.forName("GB18030"))))
                .isNotEmpty();
    }

    @Test
    void dropsWhatHangsBehindAnImage() {
        var polyglot = joined(png(8, 8), zip(Map.of("run.js", PAGE)));

        assertThat(text(inspection.take(FileKind.PNG, polyglot))).doesNotContain("run.js", "PK");
        assertThat(text(inspection.take(FileKind.JPEG, joined(jpeg(8, 8), PAGE))))
                .doesNotContain("alert");
    }

    @Test
    void forgetsWhereAPhotographWasTaken() {
        var photograph = photographed(jpeg(40, 20), 1, "GPS 30.2741N 120.1551E");
        assertThat(text(photograph)).contains("GPS 30.2741N");

        assertThat(text(inspection.take(FileKind.JPEG, photograph))).doesNotContain("GPS", "Exif");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40, 20, true", "2, 40, 20, false", "3, 40, 20, false", "4, 40, 20, true",
        "5, 20, 40, true", "6, 20, 40, true", "7, 20, 40, false", "8, 20, 40, false"
    })
    void turnsAPhotographAsTheCameraMeantIt(
            int orientation, int width, int height, boolean redComesFirst) throws IOException {
        var taken = inspection.take(FileKind.JPEG, photographed(jpeg(40, 20), orientation, "x"));

        var image = image(taken);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(new Color(image.getRGB(3, 3)).getRed() > 128).isEqualTo(redComesFirst);
    }

    @Test
    void cutsAnImageToTheMiddleOfItsFrame() throws IOException {
        var frame = new Frame(10, 20);

        var taken = image(inspection.take(FileKind.JPEG, jpeg(40, 40), frame));

        assertThat(taken.getWidth()).isEqualTo(10);
        assertThat(taken.getHeight()).isEqualTo(20);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> inspection.take(FileKind.PNG, png(40, 19), frame))
                .returns("file.too-few-pixels", FileRefused::code);
    }

    @Test
    void survivesAnExifPartThatLies() {
        var broken = photographed(jpeg(8, 8), 6, "x");
        Arrays.fill(broken, 12, 24, (byte) 0xff);

        assertThat(inspection.take(FileKind.JPEG, broken)).isNotEmpty();
    }

    @Test
    void refusesAnImageThatUnpacksToTooManyPixels() {
        refused("too-many-pixels", FileKind.PNG, pngClaiming(60_000, 60_000));
        refused("too-many-pixels", FileKind.PNG, png(1001, 1000));
    }

    @Test
    void refusesABrokenImage() {
        refused("unreadable", FileKind.JPEG, Arrays.copyOf(jpeg(40, 40), 100));
        refused("unreadable", FileKind.PNG, Arrays.copyOf(png(40, 40), 30));
    }

    @Test
    void refusesAPdfThatIsAnArchiveTooOrRunsSomething() {
        var archive = zip(Map.of("a.txt", bytes("a")));
        refused("carries-programs", FileKind.PDF, joined(joined(pdf(), archive), bytes("%%EOF")));
        refused(
                "carries-programs",
                FileKind.PDF,
                bytes("%PDF-1.4\n<</S/JavaScript/JS(app.alert(1))>>\n%%EOF"));
        refused("not-what-it-says", FileKind.PDF, joined(bytes("x"), pdf()));
    }

    @Test
    void refusesAWorkbookWithMacrosOrWithoutSheets() {
        var macros =
                Map.of(
                        "[Content_Types].xml", bytes("<Types/>"),
                        "xl/workbook.xml", bytes("<workbook/>"),
                        "xl/vbaProject.bin", bytes("x"));
        refused("carries-programs", FileKind.XLSX, zip(macros));
        refused("not-what-it-says", FileKind.XLSX, zip(Map.of("a.txt", bytes("a"))));
    }

    @Test
    void refusesAnArchiveThatUnpacksTooLarge() {
        var bomb = zip(Map.of("zeros", new byte[11 * 1024 * 1024]));
        assertThat(bomb.length).isLessThan(20_000);
        refused("unpacks-too-large", FileKind.ZIP, bomb);

        var parts = new HashMap<String, byte[]>();
        for (var i = 0; i < 101; i++) {
            parts.put("part" + i, new byte[0]);
        }
        refused("unpacks-too-large", FileKind.ZIP, zip(parts));
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd", "/etc/passwd", "a/../../b", "C:/windows/x", "a\\b"})
    void refusesAnArchiveThatWouldWriteElsewhere(String part) {
        refused("unreadable", FileKind.ZIP, zip(Map.of(part, bytes("x"))));
    }

    @Test
    void refusesTextThatIsNone() {
        refused("not-what-it-says", FileKind.CSV, new byte[] {'a', 0, 'b'});
        refused("not-what-it-says", FileKind.TEXT, new byte[] {(byte) 0xff, (byte) 0xfe, 'a'});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "../../etc/passwd.pdf > passwd.pdf",
                "C:\\Users\\x\\简历.PDF > 简历.pdf",
                "..pdf > file.pdf",
                "a<b:c|d?.pdf > a_b_c_d_.pdf",
                "合同（终稿）.v2.pdf > 合同（终稿）.v2.pdf",
                "evil\u202Efdp.exe.pdf > evilfdp.exe.pdf"
            },
            quoteCharacter = '"')
    void cleansNames(String given, String expected) {
        assertThat(FileName.clean(given, FileKind.PDF)).isEqualTo(expected);
    }

    @Test
    void cutsLongNamesAndKeepsTheEnding() {
        assertThat(FileName.clean("名".repeat(5000) + ".pdf", FileKind.PDF))
                .hasSize(104)
                .endsWith("名.pdf");
    }

    private void refused(String code, FileKind kind, byte[] content) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> inspection.take(kind, content))
                .returns("file." + code, FileRefused::code);
    }

    private static BufferedImage image(byte[] content) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(content)));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }
}
