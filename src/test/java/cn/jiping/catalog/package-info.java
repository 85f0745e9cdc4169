@NullMarked
package cn.jiping.catalog;

import org.jspecify.annotations.NullMarked;
