/**
 * 报名: applications, eligibility and its review. So far its pages of law, its rules and its topics.
 */
@ApplicationModule(
        displayName = "registration 报名",
        allowedDependencies = {"shared", "policy", "catalog", "web", "clock"})
@NullMarked
package cn.jiping.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
