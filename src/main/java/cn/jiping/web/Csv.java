package cn.jiping.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * CSV 导出: lists as open data, by RFC 4180 in UTF-8 with the mark by which Excel recognises it. A
 * text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class Csv {
    private static final String TYPE = "text/csv;charset=UTF-8";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r";

    private Csv() {}

    /** Answers with the file as a download; the name may be Chinese and needs no ending. */
    public static void send(
            HttpServletResponse response,
            String fileName,
            List<String> headers,
            Iterator<? extends List<?>> rows)
            throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Excel.attachment(fileName + ".csv"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var out =
                new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        write(out, headers, rows);
        out.flush();
    }

    static void write(Writer out, List<String> headers, Iterator<? extends List<?>> rows)
            throws IOException {
        out.append(BYTE_ORDER_MARK);
        line(out, headers);
        while (rows.hasNext()) {
            line(out, rows.next());
        }
    }

    private static void line(Writer out, List<?> cells) throws IOException {
        for (var i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (value instanceof String
                && !text.isEmpty()
                && FORMULA_BEGINS_WITH.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
