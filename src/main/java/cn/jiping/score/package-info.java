/**
 * 成绩: marks read in from workbooks, published by a second person; who passed, how long a passed
 * subject is kept and how often one may resit.
 */
@ApplicationModule(
        displayName = "score 成绩",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "audit",
            "person",
            "notice",
            "policy",
            "catalog",
            "plan",
            "payment",
            "registration",
            "exam"
        })
@NullMarked
package cn.jiping.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
