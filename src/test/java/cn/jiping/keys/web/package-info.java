@NullMarked
package cn.jiping.keys.web;

import org.jspecify.annotations.NullMarked;
