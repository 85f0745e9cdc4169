@NullMarked
package cn.jiping.web;

import org.jspecify.annotations.NullMarked;
