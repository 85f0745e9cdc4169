package cn.jiping.demo;

import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;

/**
 * 一幕: what happens at one time of the season. Played again after it was cut off, it goes on where
 * it stood.
 *
 * @param name never changes
 * @param title as the console tells it
 * @param wanted whether there is anything to play, asked when its time has come
 */
record Chapter(String name, LocalDateTime at, String title, BooleanSupplier wanted, Runnable play) {
    Chapter(String name, LocalDateTime at, String title, Runnable play) {
        this(name, at, title, () -> true, play);
    }
}
