/**
 * 行政区划: the dated tree of provinces, cities and counties, and to whom the cases of an ended code
 * passed. Never decides who may do what there.
 */
@ApplicationModule(
        displayName = "territory 行政区划",
        allowedDependencies = {"shared", "database", "clock", "web", "audit"})
@NullMarked
package cn.jiping.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
