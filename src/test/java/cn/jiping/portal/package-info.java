@NullMarked
package cn.jiping.portal;

import org.jspecify.annotations.NullMarked;
