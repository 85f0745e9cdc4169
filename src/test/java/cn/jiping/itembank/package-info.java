@NullMarked
package cn.jiping.itembank;

import org.jspecify.annotations.NullMarked;
