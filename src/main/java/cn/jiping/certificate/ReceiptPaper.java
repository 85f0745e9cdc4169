package cn.jiping.certificate;

import cn.jiping.certificate.CertificatePaper.Words;
import cn.jiping.print.Box;
import cn.jiping.print.Pdf;
import cn.jiping.print.PdfPage;
import cn.jiping.print.TextStyle;
import java.util.List;

/** 证书领取签收表: who signs for which certificate, so many lines a page. */
final class ReceiptPaper {
    private static final int LINES = 22;
    private static final double LEFT = 15;
    private static final double TOP = 40;
    private static final double ROW = 10.5;
    private static final double[] WIDTHS = {12, 28, 42, 40, 34, 24};
    private static final List<String> HEADS =
            List.of("at", "name", "number", "skill", "signed", "date");

    private final Words words;

    ReceiptPaper(Words words) {
        this.words = words;
    }

    void draw(Pdf pdf, List<CertificateRow> rows) {
        for (var from = 0; from < rows.size(); from += LINES) {
            page(pdf.page(), rows, from);
        }
    }

    private void page(PdfPage page, List<CertificateRow> rows, int from) {
        page.text(
                new Box(LEFT, 16, 180, 10),
                words.of("receipt.title"),
                TextStyle.of(18).asBold().centred());
        page.text(
                new Box(LEFT, 28, 180, 8),
                words.of("receipt.count", rows.size()),
                TextStyle.of(10));
        line(page, TOP, HEADS.stream().map(head -> words.of("receipt." + head)).toList(), true);
        var until = Math.min(rows.size(), from + LINES);
        for (var at = from; at < until; at++) {
            var row = rows.get(at);
            line(page, TOP + ROW * (at - from + 1), cells(at + 1, row), false);
        }
        page.text(
                new Box(LEFT, 283, 180, 6),
                words.of("receipt.page", from / LINES + 1, Math.ceilDiv(rows.size(), LINES)),
                TextStyle.of(9).centred());
    }

    private List<String> cells(int at, CertificateRow row) {
        return List.of(
                String.valueOf(at),
                row.holder(),
                row.number(),
                row.occupation() + " " + words.of("level." + row.level()),
                "",
                "");
    }

    private static void line(PdfPage page, double top, List<String> cells, boolean head) {
        var left = LEFT;
        for (var at = 0; at < cells.size(); at++) {
            var style = TextStyle.of(10).centred();
            page.cell(
                    new Box(left, top, WIDTHS[at], ROW),
                    cells.get(at),
                    head ? style.asBold() : style);
            left += WIDTHS[at];
        }
    }
}
