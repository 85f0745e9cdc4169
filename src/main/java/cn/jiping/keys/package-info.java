/** 密钥: encryption of personal data, look-up hashes, signatures, and their rotation. */
@ApplicationModule(
        displayName = "keys 密钥",
        allowedDependencies = {"shared", "database", "command", "clock", "web", "audit"})
@NullMarked
package cn.jiping.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
