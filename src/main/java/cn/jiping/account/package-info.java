/**
 * 账号: who signs in, in which roles, at which places and until when; sessions, lock-outs and the
 * record of every sign-in. Owns no business data and never decides what a role may do to a case.
 */
@ApplicationModule(
        displayName = "account 账号",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "audit",
            "keys",
            "territory",
            "person"
        })
@NullMarked
package cn.jiping.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
