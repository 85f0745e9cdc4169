package cn.jiping.clock;

import java.time.Duration;
import java.util.Optional;

interface ClockStore {
    /** How far the business clock stands ahead of the system clock; empty until it was moved. */
    Optional<Duration> ahead();

    /** Sets the first distance; nothing happens if there is one. */
    void begin(Duration ahead);

    /** Sets the distance if that moves the business clock forward; false if it would not. */
    boolean advance(Duration ahead);
}
