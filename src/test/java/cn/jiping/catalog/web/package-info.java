@NullMarked
package cn.jiping.catalog.web;

import org.jspecify.annotations.NullMarked;
