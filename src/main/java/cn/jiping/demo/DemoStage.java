package cn.jiping.demo;

import java.time.LocalDate;

/** 演示的起点: the stages of the season at which a person may go on by hand. */
public enum DemoStage {
    /** 报名. */
    REGISTRATION("2021-07-13"),
    /** 审核. */
    REVIEW("2021-07-28"),
    /** 缴费. */
    PAYMENT("2021-08-03"),
    /** 考试. */
    EXAM("2021-10-22"),
    /** 成绩. */
    SCORES("2021-10-31");

    private final LocalDate playedUntil;

    DemoStage(String playedUntil) {
        this.playedUntil = LocalDate.parse(playedUntil);
    }

    /** The last day that is played before it. */
    public LocalDate playedUntil() {
        return playedUntil;
    }
}
