/** The pages of arrangement and tickets. */
@NullMarked
package cn.jiping.exam.web;

import org.jspecify.annotations.NullMarked;
