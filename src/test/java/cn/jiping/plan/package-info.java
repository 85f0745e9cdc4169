@NullMarked
package cn.jiping.plan;

import org.jspecify.annotations.NullMarked;
