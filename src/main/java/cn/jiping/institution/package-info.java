/**
 * 评价机构: the kinds of evaluation bodies, what keeps training and evaluation apart, which centre
 * acts, and the register of sites where examinations are held.
 */
@ApplicationModule(
        displayName = "institution 评价机构",
        allowedDependencies = {
            "shared",
            "database",
            "clock",
            "web",
            "audit",
            "territory",
            "policy",
            "catalog"
        })
@NullMarked
package cn.jiping.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
