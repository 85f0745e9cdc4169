/** Pages of sessions: for province and cities, and as everybody sees them. */
@NullMarked
package cn.jiping.plan.web;

import org.jspecify.annotations.NullMarked;
