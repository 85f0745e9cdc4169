@NullMarked
package cn.jiping.shared;

import org.jspecify.annotations.NullMarked;
