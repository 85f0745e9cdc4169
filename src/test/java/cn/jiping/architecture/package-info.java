/** What the compiler cannot hold: how modules are built inside, and what SQL may say. */
@NullMarked
package cn.jiping.architecture;

import org.jspecify.annotations.NullMarked;
