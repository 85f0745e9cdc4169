@NullMarked
package cn.jiping.demo.web;

import org.jspecify.annotations.NullMarked;
