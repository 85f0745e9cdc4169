/**
 * 报名: applications for a session, who meets its conditions, who reviewed them with what outcome,
 * and until when. Never knows who sits where.
 */
@ApplicationModule(
        displayName = "registration 报名",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "print",
            "audit",
            "file",
            "territory",
            "person",
            "notice",
            "task",
            "policy",
            "catalog",
            "plan",
            "payment"
        })
@NullMarked
package cn.jiping.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
