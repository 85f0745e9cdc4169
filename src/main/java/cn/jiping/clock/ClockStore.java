package cn.jiping.clock;

import java.time.Duration;

interface ClockStore {
    /** How far the business clock stands ahead of the system clock. */
    Duration ahead();

    /** Sets the distance if that moves the business clock forward; false if it would not. */
    boolean advance(Duration ahead);
}
