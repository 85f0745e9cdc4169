package cn.jiping.demo;

import cn.jiping.shared.NotFound;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** 重新开始: asks whoever runs the program to begin the demo anew on empty tables. */
@InDemo
public class StartingOver {
    private final boolean own;
    private volatile @Nullable Consumer<LocalDate> runner;
    private volatile boolean failed;

    StartingOver(@Value("${JIPING_DB_URL:}") String url) {
        this.own = url.isBlank();
    }

    /** Called once by whoever can stop and start the program; is told the last day to be played. */
    public void whenAsked(Consumer<LocalDate> begin) {
        runner = begin;
    }

    /** Called by the same one if the data could not be emptied, and what was there goes on. */
    public void lastTimeFailed() {
        failed = true;
    }

    boolean failedLastTime() {
        return failed;
    }

    /** Not on a database of somebody's own: emptying that is nobody's but its owner's to do. */
    boolean possible() {
        return own && runner != null;
    }

    /**
     * Returns at once; the pages are gone for a moment.
     *
     * @throws NotFound if that cannot be done here
     */
    void at(DemoStage stage) {
        var begin = runner;
        if (!own || begin == null) {
            throw new NotFound("demo", stage);
        }
        begin.accept(stage.playedUntil());
    }
}
