package cn.jiping.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** 法规页: where the values of a {@link Terms} record stand in the law book. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LawPage {
    /** Module and page, such as {@code score/resit}: the file below the jurisdiction's folder. */
    String path();

    /** Which day of a case selects the law. */
    GoverningDate governedBy();

    /** Jurisdictions that must have the page; others may. */
    String[] in();
}
