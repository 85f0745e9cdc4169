package cn.jiping.demo;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Source;
import org.jspecify.annotations.Nullable;

/**
 * 演示中被拒绝的一步: what the platform refused to whom, in its own words.
 *
 * @param actor who was refused: a number of the cast, or 0 for an office
 * @param what the step, once for each actor
 */
record Happening(int actor, String what, DivisionCode city, String said, @Nullable Source source) {}
