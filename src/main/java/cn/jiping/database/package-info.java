/**
 * 数据库: the program's PostgreSQL, embedded or external, its two roles and the migrations of all
 * modules. Knows no table of any module.
 */
@ApplicationModule(
        displayName = "database 数据库",
        allowedDependencies = {"shared", "command"})
@NullMarked
package cn.jiping.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
