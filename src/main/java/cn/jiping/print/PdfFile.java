package cn.jiping.print;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.function.Consumer;

/** 待写的 PDF 文件: what it is called, and how it is drawn once somebody takes it. */
public record PdfFile(String title, Instant madeAt, Consumer<Pdf> drawing) {

    /** Writes the file; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        Pdf.write(out, title, madeAt, drawing);
    }
}
