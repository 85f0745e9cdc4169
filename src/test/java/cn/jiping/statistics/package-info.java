@NullMarked
package cn.jiping.statistics;

import org.jspecify.annotations.NullMarked;
