@NullMarked
package cn.jiping.policy;

import org.jspecify.annotations.NullMarked;
