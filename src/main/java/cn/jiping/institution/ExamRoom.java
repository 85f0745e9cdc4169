package cn.jiping.institution;

import java.util.UUID;

/**
 * 考场: a room of a site.
 *
 * @param seats how many candidates it takes, from 1
 * @param columns in how many columns the seats stand, from 1 to the number of seats
 */
public record ExamRoom(UUID id, String name, int seats, int columns) {}
