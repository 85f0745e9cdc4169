/**
 * 通知: tells people what concerns them, in the platform, by e-mail and by SMS, and shows what could
 * not be delivered. Decides nothing and never holds an address.
 */
@ApplicationModule(
        displayName = "notice 通知",
        allowedDependencies = {"shared", "database", "clock", "web", "audit", "account"})
@NullMarked
package cn.jiping.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
