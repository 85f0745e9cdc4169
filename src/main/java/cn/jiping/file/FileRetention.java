package cn.jiping.file;

import cn.jiping.clock.BusinessClock;
import cn.jiping.clock.DueWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
    public Optional<Instant> nextDue(Instant after) {
        return files.nextErasure(LocalDate.ofInstant(after, BusinessClock.ZONE))
                .map(BusinessClock::startOf);
    }

    @Override
    public void runDue(Instant businessNow) {
        while (files.eraseDue(PIECE) == PIECE) {
            // the next piece
        }
    }
}
