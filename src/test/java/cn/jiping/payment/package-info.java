@NullMarked
package cn.jiping.payment;

import org.jspecify.annotations.NullMarked;
