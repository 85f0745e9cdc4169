/** What tests share: one PostgreSQL per test run, a fresh database per test class. */
@NullMarked
package cn.jiping.testing;

import org.jspecify.annotations.NullMarked;
