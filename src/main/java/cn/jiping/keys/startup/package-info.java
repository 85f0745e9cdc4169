/** What the operator reads when the program does not start for want of its keys. */
@NullMarked
package cn.jiping.keys.startup;

import org.jspecify.annotations.NullMarked;
