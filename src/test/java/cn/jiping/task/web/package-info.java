/** Tests of the pages of the module task. */
@NullMarked
package cn.jiping.task.web;

import org.jspecify.annotations.NullMarked;
