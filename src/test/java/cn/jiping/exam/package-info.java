@NullMarked
package cn.jiping.exam;

import org.jspecify.annotations.NullMarked;
