@NullMarked
package cn.jiping.supervision;

import org.jspecify.annotations.NullMarked;
