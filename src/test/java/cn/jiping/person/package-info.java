@NullMarked
package cn.jiping.person;

import org.jspecify.annotations.NullMarked;
