/**
 * 随机抽取: draws that anyone can repeat. Keeps what was announced, who bound himself to which secret,
 * the public value, and the result; never decides who belongs in a pool or what is drawn for.
 */
@ApplicationModule(
        displayName = "draw 随机抽取",
        allowedDependencies = {"shared", "database", "clock", "web", "audit", "command"})
@NullMarked
package cn.jiping.draw;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
