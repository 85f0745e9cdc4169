/**
 * 法规: the law book of dated, cited values, working days, the topics on which anyone may ask for a
 * decision, drafts of law and their replay. Holds no rule of a module's own.
 */
@ApplicationModule(
        displayName = "policy 法规",
        allowedDependencies = {
            "shared",
            "command",
            "database",
            "clock",
            "web",
            "audit",
            "draw",
            "territory",
            "account",
            "notice",
            "task"
        })
@NullMarked
package cn.jiping.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
