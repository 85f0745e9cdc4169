@NullMarked
package cn.jiping.keys;

import org.jspecify.annotations.NullMarked;
