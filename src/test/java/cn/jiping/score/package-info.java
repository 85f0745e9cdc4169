@NullMarked
package cn.jiping.score;

import org.jspecify.annotations.NullMarked;
