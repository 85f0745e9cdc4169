package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportingToExcelTests {
    private static final int LONG_LIST = 50_000;
    private static final long SPARE_MEMORY = 64L * 1024 * 1024;

    @Test
    void keepsNumbersDatesAndText() throws IOException {
        var sheet =
                exported(
                        List.of("姓名", "行政区划", "人数", "日期"),
                        List.of(
                                Arrays.asList("顾砚秋", "330106", 12, LocalDate.of(2021, 7, 28)),
                                Arrays.asList("周启明", null, 1.5, null)));

        var row = sheet.getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("顾砚秋");
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.STRING);
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12);
        assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2021-07-28T00:00");
        assertThat(sheet.getRow(2).getCell(1)).isNull();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "=HYPERLINK(\"http://x\",\"y\")",
                "\t=1",
                "=cmd|' /C calc'!A0",
                "00123",
                "33010620210728001X",
                "a\u0001b\uD800c",
                "]]><x/>&amp;"
            })
    void keepsHostileTextAsText(String hostile) throws IOException {
        var cell = exported(List.of("内容"), List.of(List.of(hostile))).getRow(1).getCell(0);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        assertThat(cell.getStringCellValue().replaceAll("[^\\p{Print}\t]", "?"))
                .isEqualTo(hostile.replaceAll("[^\\p{Print}\t]", "?"));
    }

    @Test
    void cutsTextThatNoCellCanHold() throws IOException {
        var sheet = exported(List.of("内容"), List.of(List.of("长".repeat(40_000))));

        assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).hasSize(32_767).endsWith("…");
    }

    @Test
    void refusesARowThatIsLongerThanTheHead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exported(List.of("一列"), List.of(List.of("a", "b"))));
    }

    @Test
    void writesALongListInLittleMemory() throws IOException {
        var headers = IntStream.range(0, 15).mapToObj(i -> "第" + i + "列").toList();
        var used = new ArrayList<Long>();
        var out = new Counting();

        Excel.write(out, "长名单", headers, new LongList(used));

        assertThat(out.bytes).isPositive();
        assertThat(used.getLast() - used.getFirst()).isLessThan(SPARE_MEMORY);
    }

    @Test
    void sendsAChineseFileName() throws IOException {
        var response = new MockHttpServletResponse();

        Excel.send(response, "账号名单", List.of("账号"), List.<List<?>>of().iterator());

        assertThat(response.getHeader("Content-Disposition"))
                .contains("filename*=UTF-8''%E8%B4%A6%E5%8F%B7%E5%90%8D%E5%8D%95.xlsx");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answersNothingWhenTheRowsFail() {
        var response = new MockHttpServletResponse();

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Excel.send(
                                response,
                                "账号名单",
                                List.of("账号"),
                                to -> {
                                    to.accept(List.of("第一个"));
                                    throw new IllegalStateException("gone");
                                }));

        assertThat(response.getHeaderNames()).isEmpty();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private static XSSFSheet exported(List<String> headers, List<? extends List<?>> rows)
            throws IOException {
        var out = new ByteArrayOutputStream();
        Excel.write(out, "名单[1]", headers, rows.iterator());
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return book.getSheetAt(0);
        }
    }

    /** Makes its rows one by one and measures what is in use early and late. */
    private static final class LongList implements Iterator<List<?>> {
        private final List<Long> used;
        private int next;

        LongList(List<Long> used) {
            this.used = used;
        }

        @Override
        public boolean hasNext() {
            return next < LONG_LIST;
        }

        @Override
        public List<?> next() {
            next++;
            if (next == 1_000 || next == LONG_LIST) {
                System.gc();
                var runtime = Runtime.getRuntime();
                used.add(runtime.totalMemory() - runtime.freeMemory());
            }
            return IntStream.range(0, 15).mapToObj(i -> "顾砚秋 " + next + " " + i).toList();
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) {
            bytes += length;
        }
    }
}
