/**
 * 打印: documents on A4 as PDF, with Chinese text that can be searched and copied, pictures and QR
 * codes. Knows nothing of what is printed.
 */
@ApplicationModule(
        displayName = "print 打印",
        allowedDependencies = {})
@NullMarked
package cn.jiping.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
