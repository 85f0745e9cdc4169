/** 统计: in which place a certificate counts. So far its pages of law, its rules and its topics. */
@ApplicationModule(
        displayName = "statistics 统计",
        allowedDependencies = {"shared", "policy"})
@NullMarked
package cn.jiping.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
