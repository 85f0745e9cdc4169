package cn.jiping.demo;

import java.time.LocalDateTime;

/**
 * 一幕: what happens at one time of the season. Played again after it was cut off, it goes on where
 * it stood.
 *
 * @param name never changes
 * @param title as the console tells it
 */
record Chapter(String name, LocalDateTime at, String title, Runnable play) {}
