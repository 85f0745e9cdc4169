@NullMarked
package cn.jiping.draw;

import org.jspecify.annotations.NullMarked;
