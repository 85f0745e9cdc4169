package cn.jiping.exam;

import java.util.Optional;
import java.util.stream.Stream;

/** 试卷交接环节, in their order. */
public enum PaperStep {
    /** 市里报出需求. */
    DEMANDED,
    /** 省里发出. */
    SENT,
    /** 市里收到. */
    RECEIVED,
    /** 送到考点. */
    AT_SITE,
    /** 考场启封. */
    OPENED,
    /** 考后收回. */
    COLLECTED,
    /** 题卡、答卷送交省中心. */
    RETURNED;

    /** What comes next; empty at the end. */
    public Optional<PaperStep> next() {
        return Stream.of(values()).filter(step -> step.compareTo(this) > 0).findFirst();
    }

    /** Whether the province enters it; the others are the city's. */
    public boolean ofProvince() {
        return this == SENT || this == RETURNED;
    }

    /** Whether each sitting takes it at its own hour; the other steps all papers take together. */
    boolean bySitting() {
        return this == OPENED || this == COLLECTED;
    }

    public static Optional<PaperStep> of(String name) {
        return Stream.of(values()).filter(step -> step.name().equals(name)).findAny();
    }
}
