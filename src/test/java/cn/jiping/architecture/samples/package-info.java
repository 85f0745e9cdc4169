/** Code that breaks each rule once, to prove that the rules bite. Never used. */
@NullMarked
package cn.jiping.architecture.samples;

import org.jspecify.annotations.NullMarked;
