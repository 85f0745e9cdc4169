package cn.jiping.browser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** 所答: what an answer says, whether it is a page, a table, a paper or data. */
final class Answered {
    private Answered() {}

    static String text(HttpResponse<byte[]> answer) throws IOException {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.contains("pdf")) {
            try (var paper = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(paper);
            }
        }
        return type.contains("spreadsheet") || type.contains("zip")
                ? unpacked(answer.body())
                : new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String unpacked(byte[] packed) throws IOException {
        var text = new StringBuilder();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (var entry = entries.getNextEntry();
                    entry != null;
                    entry = entries.getNextEntry()) {
                text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
