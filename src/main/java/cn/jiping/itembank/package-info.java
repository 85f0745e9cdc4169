/** 题库: when a paper may be used. So far its pages of law, its rules and its topics. */
@ApplicationModule(
        displayName = "itembank 题库",
        allowedDependencies = {"shared", "policy"})
@NullMarked
package cn.jiping.itembank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
