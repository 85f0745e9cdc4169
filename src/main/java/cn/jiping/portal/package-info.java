/**
 * 门户: the start pages of the doors and the public pages that belong to no single module. Owns no
 * table and decides nothing.
 */
@ApplicationModule(
        displayName = "portal 门户",
        allowedDependencies = {"shared", "clock", "web", "account", "task"})
@NullMarked
package cn.jiping.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
