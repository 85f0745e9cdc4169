package cn.jiping.policy;

import java.time.LocalDate;

/** 数到的一天: a day on the way of a term; {@code number} says which working day it is, 0 for none. */
public record CountedDay(LocalDate day, Kind kind, int number) {

    public boolean counted() {
        return number > 0;
    }

    /** What kind of day the official arrangement makes it. */
    public enum Kind {
        /** 工作日. */
        WORKING,
        /** 调休上班. */
        MAKE_UP,
        /** 放假. */
        HOLIDAY,
        /** 周末. */
        WEEKEND
    }
}
