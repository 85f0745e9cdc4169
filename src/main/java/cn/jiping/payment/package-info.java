/**
 * 收费: on what fees rest and what a city hands on for each candidate. So far its pages of law, its
 * rules and its topics.
 */
@ApplicationModule(
        displayName = "payment 收费",
        allowedDependencies = {"shared", "policy"})
@NullMarked
package cn.jiping.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
