package cn.jiping.file;

import cn.jiping.clock.DueWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Erases files whose term ended, in pieces. */
@Component
class FileRetention implements DueWork {
    private static final int PIECE = 200;

    private final StoredFiles files;

    FileRetention(StoredFiles files) {
        this.files = files;
    }

    @Override
    public void runDue(Instant businessNow) {
        while (files.eraseDue(PIECE) == PIECE) {
            // the next piece
        }
    }
}
