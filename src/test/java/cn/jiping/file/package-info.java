@NullMarked
package cn.jiping.file;

import org.jspecify.annotations.NullMarked;
