/**
 * 页面基础: the route matrix, the layout every page stands in, errors as pages and as problems,
 * exports. Knows no module's subject.
 */
@ApplicationModule(
        displayName = "web 页面基础",
        allowedDependencies = {"shared", "clock", "print"})
@NullMarked
package cn.jiping.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
