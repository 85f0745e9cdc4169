/** Tests of the module task. */
@NullMarked
package cn.jiping.task;

import org.jspecify.annotations.NullMarked;
