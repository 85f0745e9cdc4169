/**
 * 时间: the business clock by which rules judge, the system clock by which sign-in, ids and the audit
 * count, and the jobs that fall due. Knows no rule.
 */
@ApplicationModule(
        displayName = "clock 时间",
        allowedDependencies = {"shared", "database"})
@NullMarked
package cn.jiping.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
