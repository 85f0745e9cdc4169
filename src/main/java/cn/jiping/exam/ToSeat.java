package cn.jiping.exam;

import java.util.UUID;

/** 待排考生. */
record ToSeat(UUID examinee, String occupation) {}
