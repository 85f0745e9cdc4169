@NullMarked
package cn.jiping.clock;

import org.jspecify.annotations.NullMarked;
