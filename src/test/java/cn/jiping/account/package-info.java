@NullMarked
package cn.jiping.account;

import org.jspecify.annotations.NullMarked;
