/**
 * 文件: what people upload: checked, hashed, encrypted where it is personal, handed out only within
 * scope, kept and erased by term. Knows nothing of what a file is good for.
 */
@ApplicationModule(
        displayName = "file 文件",
        allowedDependencies = {"shared", "database", "clock", "web", "audit", "keys"})
@NullMarked
package cn.jiping.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
