/**
 * 审计: every act, sealed in blocks that anyone can verify. Never judges, never changes what it
 * holds.
 */
@ApplicationModule(
        displayName = "audit 审计",
        allowedDependencies = {"shared", "database", "command", "clock", "web"})
@NullMarked
package cn.jiping.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
