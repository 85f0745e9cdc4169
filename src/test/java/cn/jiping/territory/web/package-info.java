@NullMarked
package cn.jiping.territory.web;

import org.jspecify.annotations.NullMarked;
