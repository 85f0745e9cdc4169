/** What must hold when program and database are killed at any moment. */
@NullMarked
package cn.jiping.faults;

import org.jspecify.annotations.NullMarked;
