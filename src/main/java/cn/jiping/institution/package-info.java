/**
 * 评价机构: the kinds of evaluation bodies, what keeps training and evaluation apart, which centre
 * acts. So far its pages of law, its rules and its topics.
 */
@ApplicationModule(
        displayName = "institution 评价机构",
        allowedDependencies = {"shared", "policy", "catalog"})
@NullMarked
package cn.jiping.institution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
