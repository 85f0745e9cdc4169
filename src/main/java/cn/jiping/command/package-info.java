/**
 * 命令: what the program does besides serving pages. Finds the commands of all modules; does none
 * itself but help.
 */
@ApplicationModule(
        displayName = "command 命令",
        allowedDependencies = {})
@NullMarked
package cn.jiping.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
