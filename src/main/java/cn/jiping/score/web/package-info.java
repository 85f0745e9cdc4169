/** The pages of scores and results. */
@NullMarked
package cn.jiping.score.web;

import org.jspecify.annotations.NullMarked;
