@NullMarked
package cn.jiping;

import org.jspecify.annotations.NullMarked;
