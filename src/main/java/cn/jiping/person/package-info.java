/**
 * 人员: who somebody is, by which documents and names, and what has been proved about their skills.
 * Never knows which procedure they are in; modules that do write here what they proved.
 */
@ApplicationModule(
        displayName = "person 人员",
        allowedDependencies = {"shared", "database", "clock", "web", "audit", "keys", "territory"})
@NullMarked
package cn.jiping.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
