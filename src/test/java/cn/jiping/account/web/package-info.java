@NullMarked
package cn.jiping.account.web;

import org.jspecify.annotations.NullMarked;
