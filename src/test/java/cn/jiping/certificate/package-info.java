@NullMarked
package cn.jiping.certificate;

import org.jspecify.annotations.NullMarked;
