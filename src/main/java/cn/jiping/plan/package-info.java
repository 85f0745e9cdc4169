/**
 * 计划: the calendar of unified examinations, their windows, and what an evaluation body announces.
 * So far its pages of law, its rules and its topics.
 */
@ApplicationModule(
        displayName = "plan 计划",
        allowedDependencies = {"shared", "policy", "catalog", "institution"})
@NullMarked
package cn.jiping.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
