@NullMarked
package cn.jiping.command;

import org.jspecify.annotations.NullMarked;
