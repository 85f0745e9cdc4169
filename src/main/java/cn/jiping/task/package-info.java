/**
 * 待办: what waits for whom and until when, who has taken it in hand, and who is told when it is
 * late. Never decides the matter itself: the module whose matter it is closes it.
 */
@ApplicationModule(
        displayName = "task 待办",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "audit",
            "territory",
            "account",
            "notice"
        })
@NullMarked
package cn.jiping.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
