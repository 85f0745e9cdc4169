package cn.jiping.web;

import cn.jiping.print.PdfFile;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** 下载: files made at the moment they are asked for; nobody on the way keeps a copy. */
public final class Download {
    private Download() {}

    /** What writes the file. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Answers with a PDF, called as it is titled. */
    public static void pdf(HttpServletResponse response, PdfFile file) throws IOException {
        pdf(response, file.title(), file::write);
    }

    /** Answers with a PDF; the name may be Chinese and needs no ending. */
    public static void pdf(HttpServletResponse response, String fileName, Content content)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Excel.attachment(fileName + ".pdf"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        content.write(response.getOutputStream());
    }
}
