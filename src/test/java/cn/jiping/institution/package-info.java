@NullMarked
package cn.jiping.institution;

import org.jspecify.annotations.NullMarked;
