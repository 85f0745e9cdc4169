/** Tests of the module notice. */
@NullMarked
package cn.jiping.notice;

import org.jspecify.annotations.NullMarked;
