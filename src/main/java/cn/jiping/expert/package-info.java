/** 专家: where assessors may come from. So far its pages of law, its rules and its topics. */
@ApplicationModule(
        displayName = "expert 专家",
        allowedDependencies = {"shared", "policy"})
@NullMarked
package cn.jiping.expert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
