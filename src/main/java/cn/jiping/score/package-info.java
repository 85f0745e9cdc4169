/**
 * 成绩: pass marks, publication, how long a passed subject is kept and how often one may resit. So
 * far its pages of law, its rules and its topics.
 */
@ApplicationModule(
        displayName = "score 成绩",
        allowedDependencies = {"shared", "policy", "catalog"})
@NullMarked
package cn.jiping.score;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
