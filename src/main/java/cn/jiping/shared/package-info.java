/** 通用词汇: value types every module speaks in. Owns no table, knows no module, decides nothing. */
@ApplicationModule(
        displayName = "shared 通用词汇",
        allowedDependencies = {})
@NullMarked
package cn.jiping.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
