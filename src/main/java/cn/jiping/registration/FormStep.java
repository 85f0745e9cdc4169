package cn.jiping.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 填报步骤, in the order in which they are filled in. */
public enum FormStep {
    /** 照片. */
    PHOTO,
    /** 学历和单位. */
    BACKGROUND,
    /** 证书和职称. */
    CERTIFICATES,
    /** 工作经历. */
    HISTORY,
    /** 申报条件. */
    CONDITION,
    /** 证明材料. */
    MATERIALS;

    /** Its place, counted from one. */
    public static int number(FormStep step) {
        return List.of(values()).indexOf(step) + 1;
    }

    /** The one that follows; none after the last. */
    public static Optional<FormStep> after(FormStep step) {
        return Stream.of(values()).skip(number(step)).findFirst();
    }
}
