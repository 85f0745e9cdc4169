/** Every route, asked as every role and with hostile input, on the running program. */
@NullMarked
package cn.jiping.access;

import org.jspecify.annotations.NullMarked;
