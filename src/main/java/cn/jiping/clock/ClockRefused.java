package cn.jiping.clock;

import cn.jiping.shared.Refusal;

/** 时钟拒绝: why the business clock was not moved. */
public final class ClockRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private ClockRefused(String code) {
        super(code, null);
    }

    static ClockRefused notMovable() {
        return new ClockRefused("clock.not-movable");
    }

    static ClockRefused nothingDue() {
        return new ClockRefused("clock.nothing-due");
    }

    static ClockRefused movedMeanwhile() {
        return new ClockRefused("clock.moved-meanwhile");
    }

    static ClockRefused onlyForward() {
        return new ClockRefused("clock.only-forward");
    }
}
