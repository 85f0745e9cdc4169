/** Pages and API of the law book. */
@NullMarked
package cn.jiping.policy.web;

import org.jspecify.annotations.NullMarked;
