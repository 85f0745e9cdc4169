package cn.jiping.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Excel 导出: lists as a workbook, row by row, so that a long list needs no more memory than a short
 * one. Text stays text: a code keeps its zeros, and a name that begins with an equals sign is no
 * formula, neither now nor when somebody edits the cell.
 */
public final class Excel {
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int ROWS_PER_SHEET = SpreadsheetVersion.EXCEL2007.getMaxRows() - 1;
    private static final int NARROWEST = 8;
    private static final int WIDEST = 60;
    private static final int WIDTH_UNIT = 256;

    private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final String name;
    private final List<String> headers;
    private final int[] widths;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle number;
    private final CellStyle date;
    private int sheets;
    private int row;
    private @Nullable SXSSFSheet sheet;

    /** What hands the rows over, one by one. */
    public interface Rows {
        void each(Consumer<List<?>> row);
    }

    private Excel(String name, List<String> headers) {
        this.name = name;
        this.headers = headers;
        this.widths = headers.stream().mapToInt(Excel::width).toArray();
        this.head = head();
        this.text = style("@");
        this.number = style("General");
        this.date = style("yyyy-mm-dd");
    }

    /**
     * Writes the workbook. Cells are text, numbers, {@link LocalDate}s or null; anything else is
     * written as its text. The stream stays open.
     */
    public static void write(
            OutputStream out, String sheet, List<String> headers, Iterator<? extends List<?>> rows)
            throws IOException {
        var excel = new Excel(sheet, headers);
        try (var _ = excel.book) {
            excel.fill(rows::forEachRemaining);
            excel.book.write(out);
        }
    }

    /** Answers with the workbook as a download; the name may be Chinese and needs no ending. */
    public static void send(
            HttpServletResponse response,
            String fileName,
            List<String> headers,
            Iterator<? extends List<?>> rows)
            throws IOException {
        send(response, fileName, headers, (Rows) rows::forEachRemaining);
    }

    /**
     * The same with rows that come one by one; whatever fails with them fails before the answer.
     */
    public static void send(
            HttpServletResponse response, String fileName, List<String> headers, Rows rows)
            throws IOException {
        var excel = new Excel(fileName, headers);
        try (var _ = excel.book) {
            excel.fill(rows);
            response.setContentType(TYPE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName + ".xlsx"));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            excel.book.write(response.getOutputStream());
        }
    }

    /** The download header, with the name in UTF-8 as RFC 5987 has it. */
    public static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private void fill(Rows rows) {
        book.setCompressTempFiles(true);
        book.setZip64Mode(Zip64Mode.AsNeeded);
        begin();
        rows.each(this::add);
        finish(Objects.requireNonNull(sheet));
    }

    private void add(List<?> values) {
        var current = Objects.requireNonNull(sheet);
        if (row > ROWS_PER_SHEET) {
            finish(current);
            current = begin();
        }
        write(current.createRow(row), values);
        row++;
    }

    /** The next sheet, with its head. */
    private SXSSFSheet begin() {
        sheets++;
        row = 1;
        var next = sheet(sheets == 1 ? name : name + " " + sheets);
        sheet = next;
        return next;
    }

    private SXSSFSheet sheet(String title) {
        var sheet = book.createSheet(WorkbookUtil.createSafeSheetName(title));
        sheet.createFreezePane(0, 1);
        var row = sheet.createRow(0);
        for (var column = 0; column < headers.size(); column++) {
            var cell = row.createCell(column);
            cell.setCellValue(headers.get(column));
            cell.setCellStyle(head);
        }
        return sheet;
    }

    private void write(Row row, List<?> values) {
        if (values.size() > widths.length) {
            throw new IllegalArgumentException("More cells than headers: " + values.size());
        }
        for (var column = 0; column < values.size(); column++) {
            var value = values.get(column);
            if (value != null) {
                widths[column] = Math.max(widths[column], width(value.toString()));
                write(row.createCell(column), value);
            }
        }
    }

    private void write(Cell cell, Object value) {
        switch (value) {
            case Number amount -> {
                cell.setCellValue(amount.doubleValue());
                cell.setCellStyle(number);
            }
            case LocalDate day -> {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            }
            default -> {
                cell.setCellValue(cut(value.toString()));
                cell.setCellStyle(text);
            }
        }
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private void finish(SXSSFSheet sheet) {
        for (var column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * WIDTH_UNIT);
        }
    }

    /** In half-width characters; a Chinese one takes two. */
    private static int width(@Nullable String value) {
        var wide =
                value == null
                        ? 0
                        : value.codePoints().limit(WIDEST).map(c -> c > 0xff ? 2 : 1).sum();
        return Math.clamp(wide + 2, NARROWEST, WIDEST);
    }

    private CellStyle style(String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private CellStyle head() {
        var style = style("@");
        var bold = book.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
