/**
 * 计划: the calendar of unified examinations, their sessions and windows, and what each city carries
 * of them. Never knows who registered.
 */
@ApplicationModule(
        displayName = "plan 计划",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "audit",
            "territory",
            "account",
            "notice",
            "task",
            "policy",
            "catalog",
            "institution"
        })
@NullMarked
package cn.jiping.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
