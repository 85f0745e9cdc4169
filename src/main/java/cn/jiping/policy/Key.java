package cn.jiping.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 表头列: a set of enum values by which a row of a table in the law is found. For every combination of
 * the key columns exactly one row must match; the law book refuses a table where none or two do.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {}
