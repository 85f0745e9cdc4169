@NullMarked
package cn.jiping.expert;

import org.jspecify.annotations.NullMarked;
