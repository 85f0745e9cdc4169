@NullMarked
package cn.jiping.demo;

import org.jspecify.annotations.NullMarked;
