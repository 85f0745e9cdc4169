/** Handing files out. */
@NullMarked
package cn.jiping.file.web;

import org.jspecify.annotations.NullMarked;
