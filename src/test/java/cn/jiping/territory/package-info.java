@NullMarked
package cn.jiping.territory;

import org.jspecify.annotations.NullMarked;
