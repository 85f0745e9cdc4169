@NullMarked
package cn.jiping.registration;

import org.jspecify.annotations.NullMarked;
