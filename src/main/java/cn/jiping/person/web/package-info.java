@NullMarked
package cn.jiping.person.web;

import org.jspecify.annotations.NullMarked;
