@NullMarked
package cn.jiping.registration.web;

import org.jspecify.annotations.NullMarked;
