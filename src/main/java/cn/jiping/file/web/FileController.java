package cn.jiping.file.web;

import cn.jiping.file.FileId;
import cn.jiping.file.StoredFiles;
import cn.jiping.shared.Actor;
import cn.jiping.web.Excel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Downloads: always as a file to keep, never as a page of ours. */
@Controller
class FileController {
    private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final StoredFiles files;

    FileController(StoredFiles files) {
        this.files = files;
    }

    @GetMapping("/files/{id}")
    ResponseEntity<Resource> download(
            Actor actor,
            @PathVariable FileId id,
            @RequestParam(required = false) @Nullable String reason) {
        var content = files.open(actor, id, reason);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().kind().mediaType()))
                .contentLength(content.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, Excel.attachment(content.file().name()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", NOTHING)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(new InputStreamResource(content.stream()));
    }
}
