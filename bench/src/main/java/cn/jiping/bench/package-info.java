/** Benchmarks: load through the program's own code, always beside a reference in the same run. */
@NullMarked
package cn.jiping.bench;

import org.jspecify.annotations.NullMarked;
