/**
 * 监管: what a plan's score in the supervision platform leads to. So far its pages of law, its rules
 * and its topics.
 */
@ApplicationModule(
        displayName = "supervision 监管",
        allowedDependencies = {"shared", "policy"})
@NullMarked
package cn.jiping.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
