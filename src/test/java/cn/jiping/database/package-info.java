@NullMarked
package cn.jiping.database;

import org.jspecify.annotations.NullMarked;
