package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jiping.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportingFromExcelTests {
    private static final List<String> COLUMNS = List.of("姓名", "出生日期");
    private static final ExcelTable.Limits SMALL =
            new ExcelTable.Limits(100_000, 3, 100, 1_000_000);

    @Test
    void readsTheRowsUnderTheirHeaders() throws IOException {
        var table = read(workbook(List.of("序号", "姓名", "出生日期"), row("1", " 顾砚秋 ", "1978-01-01")));

        var row = table.rows().getFirst();
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.text("姓名")).isEqualTo("顾砚秋");
        var bornOn = table.required(row, "出生日期", "form", LocalDate::parse);
        assertThat(bornOn).isEqualTo("1978-01-01");
        assertThat(table.faults()).isEmpty();
    }

    @Test
    void namesRowAndColumnOfEveryFault() throws IOException {
        var table = read(workbook(COLUMNS, row("顾砚秋", "1978-02-30"), row("周启明", "")));

        table.rows().forEach(row -> table.required(row, "出生日期", "form", LocalDate::parse));

        assertThat(table.faults())
                .extracting(ExcelTable.CellFault::row, ExcelTable.CellFault::code)
                .containsExactly(tuple(2, "form"), tuple(3, "excel.missing"));
    }

    @Test
    void refusesAFileWithoutAColumnOrWithTooManyRows() throws IOException {
        var rows = row("a", "b");

        assertRefused("excel.column-missing", workbook(List.of("姓名"), row("a")));
        assertRefused("excel.too-many-rows", workbook(COLUMNS, rows, rows, rows, rows));
        assertRefused("excel.empty", workbook(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "not a workbook", "PK\u0003\u0004broken"})
    void refusesWhatIsNoWorkbook(String content) {
        assertRefused("excel.unreadable", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void refusesAZipThatIsNoWorkbook() throws IOException {
        assertRefused("excel.unreadable", zip("a.txt", "hello"));
    }

    @Test
    void refusesWhatGrowsWithoutEnd() throws IOException {
        assertRefused("excel.too-large", zip("xl/worksheets/sheet1.xml", " ".repeat(2_000_000)));
        assertRefused("excel.too-large", new byte[100_001]);
    }

    @Test
    void readsNoEntityOfTheFile() throws IOException {
        var secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        var book = workbook(COLUMNS, row("甲", "乙"));

        assertRefused("excel.unreadable", Workbooks.withPrologue(book, secret));
    }

    private static ExcelTable read(byte[] file) throws IOException {
        return ExcelTable.read(new ByteArrayInputStream(file), COLUMNS, SMALL);
    }

    private static void assertRefused(String code, byte[] file) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> read(file))
                .satisfies(e -> assertThat(e.faults().getFirst().code()).isEqualTo(code));
    }

    private static List<String> row(String... cells) {
        return Arrays.asList(cells);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static byte[] workbook(List<String> headers, List<String>... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        Excel.write(out, "导入", headers, List.of(rows).iterator());
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    /** Copies a workbook and puts a prologue before its first sheet. */
    private static final class Workbooks {
        static byte[] withPrologue(byte[] workbook, String prologue) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
                    var to = new ZipOutputStream(out)) {
                for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    var part = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                    to.write(
                            changed(entry.getName(), part, prologue)
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
            return out.toByteArray();
        }

        private static String changed(String name, String part, String prologue) {
            return name.endsWith("sheet1.xml")
                    ? part.replaceFirst("\\?>", "?>" + prologue).replaceFirst("<t>甲", "<t>&e;")
                    : part;
        }
    }
}
