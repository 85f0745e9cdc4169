/** Pages of the inbox of tasks, one set for every door. */
@NullMarked
package cn.jiping.task.web;

import org.jspecify.annotations.NullMarked;
