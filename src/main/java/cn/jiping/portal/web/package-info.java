@NullMarked
package cn.jiping.portal.web;

import org.jspecify.annotations.NullMarked;
