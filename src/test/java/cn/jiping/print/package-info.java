@NullMarked
package cn.jiping.print;

import org.jspecify.annotations.NullMarked;
