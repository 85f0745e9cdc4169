/**
 * 职业目录: occupations, their place in the catalogue of vocational qualifications on any day, and the
 * standards with their conditions. Never decides about a person's case.
 */
@ApplicationModule(
        displayName = "catalog 职业目录",
        allowedDependencies = {"shared", "policy", "web", "clock"})
@NullMarked
package cn.jiping.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
