/** Pages of draws: the public record, and the steps of those who take part. */
@NullMarked
package cn.jiping.draw.web;

import org.jspecify.annotations.NullMarked;
