package cn.jiping.exam;

import java.util.UUID;

/** 座位: who sits where, and for which occupation. */
record Seated(UUID examinee, String occupation, UUID room, int number) {}
