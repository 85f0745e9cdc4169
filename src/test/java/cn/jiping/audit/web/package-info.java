@NullMarked
package cn.jiping.audit.web;

import org.jspecify.annotations.NullMarked;
