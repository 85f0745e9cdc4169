/** 技评: evaluation of skilled workers, where every decision cites its clause. */
@NullMarked
package cn.jiping;

import org.jspecify.annotations.NullMarked;
