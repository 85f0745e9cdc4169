package cn.jiping.web;

import cn.idev.excel.FastExcel;
import cn.idev.excel.cache.MapCache;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.event.AnalysisEventListener;
import cn.idev.excel.exception.ExcelAnalysisException;
import cn.idev.excel.exception.ExcelCommonException;
import cn.jiping.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Excel 导入: the first sheet of a workbook somebody uploaded, as rows under its headers. What a cell
 * says is read by the caller, cell by cell, and every fault names its row and column.
 */
public final class ExcelTable {
    private static final String FIELD = "file";

    private final List<Row> rows;
    private final List<CellFault> faults = new ArrayList<>();

    private ExcelTable(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * @throws InvalidInput if the file is no workbook, too large, has too many rows, or lacks a
     *     column
     */
    public static ExcelTable read(InputStream in, List<String> columns, Limits limits)
            throws IOException {
        var file = in.readNBytes(limits.bytes() + 1);
        if (file.length > limits.bytes()) {
            throw InvalidInput.of(FIELD, "excel.too-large", limits.bytes() / 1024 / 1024);
        }
        inflate(file, limits);
        var collected = new Collector(columns, limits.rows());
        try {
            FastExcel.read(new ByteArrayInputStream(file), collected)
                    .readCache(new MapCache())
                    .headRowNumber(0)
                    .sheet(0)
                    .doRead();
        } catch (ExcelAnalysisException | ExcelCommonException e) {
            throw e.getCause() instanceof InvalidInput invalid
                    ? invalid
                    : InvalidInput.of(FIELD, "excel.unreadable");
        }
        if (collected.headers == null) {
            throw InvalidInput.of(FIELD, "excel.empty");
        }
        return new ExcelTable(List.copyOf(collected.rows));
    }

    /**
     * Unpacks the file once without keeping anything, so that a small file cannot grow without end.
     */
    private static void inflate(byte[] file, Limits limits) {
        var buffer = new byte[64 * 1024];
        var entries = 0;
        var inflated = 0L;
        try (var zip = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                entries++;
                for (var n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    inflated += n;
                    if (inflated > limits.inflatedBytes() || entries > limits.parts()) {
                        throw InvalidInput.of(
                                FIELD, "excel.too-large", limits.bytes() / 1024 / 1024);
                    }
                }
            }
        } catch (IOException _) {
            throw InvalidInput.of(FIELD, "excel.unreadable");
        }
        if (entries == 0) {
            throw InvalidInput.of(FIELD, "excel.unreadable");
        }
    }

    public List<Row> rows() {
        return rows;
    }

    /** What was found wrong while the cells were read. */
    public List<CellFault> faults() {
        return List.copyOf(faults);
    }

    /** Notes a fault that the caller found, such as a person named twice. */
    public void fault(Row row, String column, String code, Object... arguments) {
        faults.add(new CellFault(row.number(), column, code, List.of(arguments)));
    }

    /**
     * What the cell says. An empty cell, or one that the parser refuses, gives null and a fault
     * {@code invalid.excel.missing} or {@code invalid.<code>}.
     */
    public <T> @Nullable T required(
            Row row, String column, String code, Function<String, T> parser) {
        if (row.text(column).isEmpty()) {
            fault(row, column, "excel.missing", column);
            return null;
        }
        return optional(row, column, code, parser);
    }

    /** The same for a cell that may be empty. */
    public <T> @Nullable T optional(
            Row row, String column, String code, Function<String, T> parser) {
        var text = row.text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            fault(row, column, code, text);
            return null;
        }
    }

    /** How much a file may hold. */
    public record Limits(int bytes, int rows, int parts, long inflatedBytes) {
        private static final int MEGABYTE = 1024 * 1024;

        /** 20 MB, 50,000 rows, 500 MB unpacked. */
        public static Limits usual() {
            return new Limits(20 * MEGABYTE, 50_000, 1_000, 500L * MEGABYTE);
        }
    }

    /** One row: its number as Excel shows it, its cells by header. */
    public record Row(int number, Map<String, String> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** The text of the cell without the space around it; empty where there is none. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** One fault: row as Excel numbers it, header of the column, {@code invalid.<code>}. */
    public record CellFault(int row, String column, String code, List<Object> arguments) {
        public CellFault {
            arguments = List.copyOf(arguments);
        }
    }

    /** Takes the first row as headers and the others as they come, up to the limit. */
    private static final class Collector extends AnalysisEventListener<Map<Integer, String>> {
        private final List<String> columns;
        private final int most;
        private final List<Row> rows = new ArrayList<>();
        private @Nullable Map<Integer, String> headers;

        Collector(List<String> columns, int most) {
            this.columns = columns;
            this.most = most;
        }

        @Override
        public void invoke(Map<Integer, String> cells, AnalysisContext context) {
            var known = headers;
            if (known == null) {
                headers = headers(cells);
                return;
            }
            var texts = new LinkedHashMap<String, String>();
            known.forEach((at, header) -> {
                var text = cells.get(at);
                if (text != null && !text.isBlank()) {
                    texts.put(header, text.strip());
                }
            });
            if (!texts.isEmpty()) {
                rows.add(new Row(context.readRowHolder().getRowIndex() + 1, texts));
            }
            if (rows.size() > most) {
                throw InvalidInput.of(FIELD, "excel.too-many-rows", most);
            }
        }

        private Map<Integer, String> headers(Map<Integer, String> cells) {
            var found = new HashMap<Integer, String>();
            cells.forEach((at, text) -> {
                var header = text == null ? "" : text.strip();
                if (columns.contains(header) && !found.containsValue(header)) {
                    found.put(at, header);
                }
            });
            for (var column : columns) {
                if (!found.containsValue(column)) {
                    throw InvalidInput.of(FIELD, "excel.column-missing", column);
                }
            }
            return found;
        }

        @Override
        public void onException(Exception exception, AnalysisContext context) throws Exception {
            throw exception;
        }

        @Override
        public void doAfterAllAnalysed(AnalysisContext context) {
            // the rows are complete
        }
    }
}
