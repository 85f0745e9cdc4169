@NullMarked
package cn.jiping.policy.web;

import org.jspecify.annotations.NullMarked;
