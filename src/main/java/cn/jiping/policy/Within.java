package cn.jiping.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 取值范围: the bounds of a number, both included; anything else is a wrong value of that field. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Within {
    double min() default 0;

    double max() default 1_000_000;
}
