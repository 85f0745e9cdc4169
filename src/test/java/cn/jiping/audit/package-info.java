@NullMarked
package cn.jiping.audit;

import org.jspecify.annotations.NullMarked;
